package dev.drawbridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.InvalidRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the fields of a JSON object that came through a door, and refuses what it does not know.
 *
 * <p>Every refusal names the field and the value, because the person who reads it has only the
 * message; and all of them come at once, at the end.
 */
public final class StrictFields {
  private static final int LONGEST_SHOWN = 200;

  /** More tell nobody anything, and an answer has to stay small. */
  private static final int MOST_UNKNOWN = 20;

  private final JsonNode object;
  private final Set<String> read = new HashSet<>();
  private final List<InvalidRequest.Fault> faults = new ArrayList<>();

  /**
   * A reader of {@code object}.
   *
   * @throws InvalidRequest if it is no object
   */
  public StrictFields(JsonNode object) {
    if (!object.isObject()) {
      throw new InvalidRequest("request", "expected a JSON object, got " + shown(object));
    }
    this.object = object;
  }

  /** A text that has to be there; the empty text stands for one at fault until {@link #end}. */
  public String text(String field, Pattern pattern, String rule) {
    if (value(field).isEmpty()) {
      fault(field, "is missing; " + rule);
    }
    return optionalText(field, pattern, rule).orElse("");
  }

  /** A text that may be there. */
  public Optional<String> optionalText(String field, Pattern pattern, String rule) {
    return value(field).flatMap(value -> matching(field, value, pattern, rule));
  }

  /** A list of texts; absent is empty. */
  public List<String> texts(String field, Pattern pattern, String rule) {
    return optionalTexts(field, pattern, rule).orElse(List.of());
  }

  /** A list of texts that may be there. */
  public Optional<List<String>> optionalTexts(String field, Pattern pattern, String rule) {
    return value(field)
        .map(
            list -> {
              List<String> texts = new ArrayList<>();
              if (!list.isArray()) {
                fault(field, refusal(list, "expected a list of texts"));
              }
              list.forEach(value -> matching(field, value, pattern, rule).ifPresent(texts::add));
              return List.copyOf(texts);
            });
  }

  /** A whole number that may be there. */
  public Optional<Integer> integer(String field, int lowest, int highest) {
    return value(field)
        .filter(
            value -> {
              boolean fits =
                  value.isIntegralNumber()
                      && value.canConvertToInt()
                      && value.intValue() >= lowest
                      && value.intValue() <= highest;
              if (!fits) {
                fault(
                    field,
                    refusal(value, "expected a whole number from " + lowest + " to " + highest));
              }
              return fits;
            })
        .map(JsonNode::intValue);
  }

  /** True or false; {@code otherwise} where it is absent. */
  public boolean flag(String field, boolean otherwise) {
    return optionalFlag(field).orElse(otherwise);
  }

  /** True or false, which has to be there. */
  public boolean requiredFlag(String field) {
    if (value(field).isEmpty()) {
      fault(field, "is missing; expected true or false");
    }
    return flag(field, false);
  }

  /** True or false, where it is there. */
  public Optional<Boolean> optionalFlag(String field) {
    Optional<JsonNode> value = value(field);
    if (value.isPresent() && !value.get().isBoolean()) {
      fault(field, refusal(value.get(), "expected true or false"));
    }
    return value.map(JsonNode::booleanValue);
  }

  /**
   * What a text means, where its meaning can be at fault too.
   *
   * @param otherwise stands for what is at fault until {@link #end}
   */
  public <T> T meaning(Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (InvalidRequest refused) {
      faults.addAll(
          refused.faults().isEmpty()
              ? List.of(new InvalidRequest.Fault("", String.valueOf(refused.getMessage())))
              : refused.faults());
      return otherwise;
    }
  }

  /** A field that has its place elsewhere. */
  public void refuse(String field, String rule) {
    read.add(field);
    Optional.ofNullable(object.get(field)).ifPresent(value -> fault(field, refusal(value, rule)));
  }

  /**
   * Call last: whatever was not read is not ours.
   *
   * @throws InvalidRequest with all faults, if there are any
   */
  public void end() {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(read);
    for (String field : unknown.stream().limit(MOST_UNKNOWN).toList()) {
      fault(field, "unknown field (value " + shown(object.get(field)) + "); known are " + known());
    }
    if (!faults.isEmpty()) {
      throw new InvalidRequest(faults);
    }
  }

  /** The refusal of one field, outside of {@link #end}. */
  public static InvalidRequest refused(String field, Object value, String rule) {
    return new InvalidRequest(field, refusal(value, rule));
  }

  private static String refusal(Object value, String rule) {
    return shown(value) + " is refused; " + rule;
  }

  /** Enough to recognise it; a cause has room for 32 KB only. */
  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  private void fault(String field, String detail) {
    faults.add(new InvalidRequest.Fault(field, detail));
  }

  private String known() {
    return String.join(", ", new TreeSet<>(read));
  }

  private Optional<JsonNode> value(String field) {
    read.add(field);
    // A null is refused with its type: it would be read as "absent" here and as a fault by the
    // schema.
    return Optional.ofNullable(object.get(field));
  }

  private Optional<String> matching(String field, JsonNode value, Pattern pattern, String rule) {
    if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
      fault(field, refusal(value, rule));
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }
}
