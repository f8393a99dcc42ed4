package dev.drawbridge.runtime;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.drawbridge.error.InvalidRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in words which field of an input is wrong and what belongs there. Jackson's own messages
 * name Java classes, of which a person who started an execution knows nothing.
 */
final class Unreadable {
  private Unreadable() {}

  /** The error of an input, whose {@code whole} holds the value that is wrong. */
  static InvalidRequest because(JsonMappingException mapping, JsonNode whole) {
    // A record's own constructor may have refused a value: its message is better than any here.
    if (mapping.getCause() instanceof InvalidRequest refused) {
      return refused;
    }
    if (mapping instanceof UnrecognizedPropertyException unknown) {
      return new InvalidRequest(
          "unknown field '%s'; known fields: %s"
              .formatted(path(mapping), unknown.getKnownPropertyIds()),
          mapping);
    }
    String path = path(mapping);
    String where = path.isEmpty() ? "the input" : "field '" + path + "'";
    Class<?> wanted =
        mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return new InvalidRequest(
        "%s cannot be read: expected %s, got %s"
            .formatted(where, words(wanted), got(at(mapping.getPath(), whole))),
        mapping);
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String words(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "another value";
    }
    if (wanted.isEnum()) {
      return "one of " + Arrays.toString(wanted.getEnumConstants());
    }
    if (Collection.class.isAssignableFrom(wanted) || wanted.isArray()) {
      return "a list";
    }
    return switch (wanted.getSimpleName()) {
      case "String" -> "a text";
      case "boolean", "Boolean" -> "true or false";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "double", "Double", "BigDecimal" -> "a number";
      default -> time(wanted);
    };
  }

  private static String time(Class<?> wanted) {
    if (wanted == Instant.class) {
      return "an instant such as 2026-11-26T14:00:00Z";
    }
    return wanted == Duration.class ? "a duration such as PT5M" : "an object";
  }

  /** A list or an object is named only, a text or a number shown. */
  private static String got(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case MISSING -> "nothing";
      default -> value.toString();
    };
  }

  private static JsonNode at(List<Reference> path, JsonNode input) {
    JsonNode value = input;
    for (Reference step : path) {
      value =
          step.getFieldName() == null
              ? value.path(step.getIndex())
              : value.path(step.getFieldName());
    }
    return value;
  }
}
