package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB demands of each value that a request carries, wherever it stands. */
final class AttributeValues {
  /** Amazon DynamoDB Developer Guide, "Data types", Number. */
  private static final int DIGITS = 38;

  private static final int GREATEST_EXPONENT = 125;
  private static final int LEAST_EXPONENT = -130;
  private static final String ONE = "must contain exactly one of the supported datatypes";
  private static final String WRONG = "One or more parameter values were invalid: ";

  private AttributeValues() {}

  /**
   * Looks at an item or a key.
   *
   * @throws ServiceError ValidationException for the first value that is none
   */
  static void check(Map<String, AttributeValue> values) {
    values.values().forEach(AttributeValues::check);
  }

  static void check(AttributeValue value) {
    long types = types(value);
    if (types != 1) {
      throw invalid(
          "Supplied AttributeValue %s, %s"
              .formatted(types == 0 ? "is empty" : "has more than one datatypes set", ONE));
    }
    switch (value.type()) {
      case N -> number(value.n());
      case NS -> {
        set("An number set  may not be empty", value.ns());
        value.ns().forEach(AttributeValues::number);
      }
      case SS -> set("An string set  may not be empty", value.ss());
      case BS -> set("Binary sets should not be empty", value.bs());
      case M -> check(value.m());
      case L -> value.l().forEach(AttributeValues::check);
      case NUL -> {
        if (!value.nul()) {
          throw invalid(WRONG + "Null attribute value types must have the value of true");
        }
      }
      default -> {}
    }
  }

  private static long types(AttributeValue value) {
    long scalars =
        Stream.<@Nullable Object>of(value.s(), value.n(), value.b(), value.bool(), value.nul())
            .filter(Objects::nonNull)
            .count();
    long others =
        Stream.of(value.hasSs(), value.hasNs(), value.hasBs(), value.hasM(), value.hasL())
            .filter(has -> has)
            .count();
    return scalars + others;
  }

  private static void set(String empty, List<?> members) {
    if (members.isEmpty()) {
      throw invalid(WRONG + empty);
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw invalid(WRONG + "Input collection %s contains duplicates.".formatted(members));
    }
  }

  private static void number(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw invalid(
          "The parameter cannot be converted to a numeric value"
              + (text.isEmpty() ? "" : ": " + text));
    }
    if (number.precision() > DIGITS) {
      throw invalid("Attempting to store more than 38 significant digits in a Number");
    }
    long exponent = (long) number.precision() - number.scale() - 1;
    if (number.signum() != 0 && exponent > GREATEST_EXPONENT) {
      throw invalid(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (number.signum() != 0 && exponent < LEAST_EXPONENT) {
      throw invalid(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
