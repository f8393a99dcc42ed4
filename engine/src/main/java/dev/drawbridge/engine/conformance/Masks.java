package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.drawbridge.engine.path.JsonValues;
import dev.drawbridge.engine.path.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares recorded values, which have masks, with real ones.
 *
 * <p>A token in angle brackets matches any text, and the same token the same text throughout a
 * case; a bare word matches anything.
 */
final class Masks {
  /** What comes from the called service and not from Step Functions. */
  private static final Set<String> IGNORED =
      Set.of(
          "SdkHttpMetadata",
          "SdkResponseMetadata",
          "ExecutedVersion",
          "LogResult",
          "MD5OfMessageBody",
          "MessageId",
          "stackTrace");

  private static final Pattern TOKEN = Pattern.compile("<<?[A-Za-z0-9_-]+>?(:\\d+)?>");

  /** Ids and instants never repeat, so a plain word in their place is a mask, listed or not. */
  private static final Pattern UNIQUE =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

  private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");

  private final Set<String> words;
  private final boolean beforeRedrive;
  private final Map<String, String> bound = new HashMap<>();

  /**
   * Masks of one case.
   *
   * @param beforeRedrive whether it was recorded before AWS had redrive, when the context object
   *     had no RedriveCount
   */
  Masks(Set<String> words, boolean beforeRedrive) {
    this.words = words;
    this.beforeRedrive = beforeRedrive;
  }

  /** A copy, for a comparison that may have to be taken back. */
  Masks copy() {
    Masks copy = new Masks(words, beforeRedrive);
    copy.bound.putAll(bound);
    return copy;
  }

  /** Whether the real value is what was recorded. */
  boolean match(JsonNode recorded, JsonNode real) {
    if (recorded.isTextual() && words.contains(recorded.textValue())) {
      return true;
    }
    if (recorded.isTextual()) {
      return real.isTextual()
          ? text(recorded.textValue(), real.textValue())
          : TOKEN.matcher(recorded.textValue()).matches();
    }
    if (recorded.isObject() && real.isTextual()) {
      return parsed(real.textValue(), recorded);
    }
    if (recorded.getNodeType() != real.getNodeType()) {
      return false;
    }
    return switch (recorded.getNodeType()) {
      case JsonNodeType.OBJECT -> object(recorded, real);
      case JsonNodeType.ARRAY -> array(recorded, real);
      default -> JsonValues.equal(recorded, real);
    };
  }

  /** The recorder parsed texts that begin with a brace. */
  private boolean parsed(String real, JsonNode recorded) {
    try {
      return match(recorded, Payload.parse(real).value());
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private boolean object(JsonNode recorded, JsonNode real) {
    Set<String> names = new TreeSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    real.fieldNames().forEachRemaining(names::add);
    names.removeAll(IGNORED);
    if (beforeRedrive && real.has("RoleArn")) {
      names.remove("RedriveCount");
    }
    return names.stream()
        .allMatch(
            name ->
                recorded.has(name) && real.has(name) && match(recorded.get(name), real.get(name)));
  }

  private boolean array(JsonNode recorded, JsonNode real) {
    if (recorded.size() != real.size()) {
      return false;
    }
    for (int i = 0; i < recorded.size(); i++) {
      if (!match(recorded.get(i), real.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean text(String recorded, String real) {
    if (recorded.equals(real)
        || (WORD.matcher(recorded).matches() && UNIQUE.matcher(real).matches())) {
      return true;
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = pattern(recorded, tokens).matcher(real);
    if (!matcher.matches()) {
      return jsonText(recorded, real);
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      String text = matcher.group(i + 1);
      String earlier = found.getOrDefault(tokens.get(i), bound.get(tokens.get(i)));
      if (earlier != null && !earlier.equals(text)) {
        return false;
      }
      found.put(tokens.get(i), text);
    }
    bound.putAll(found);
    return true;
  }

  /** JSON within JSON: the cause of a failed function, with its masked request id and trace. */
  private boolean jsonText(String recorded, String real) {
    if (!recorded.startsWith("{") || !real.startsWith("{") || spaced(recorded) != spaced(real)) {
      return false;
    }
    try {
      return match(Payload.parse(recorded).value(), Payload.parse(real).value());
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private static boolean spaced(String json) {
    return json.contains("\": ");
  }

  private Pattern pattern(String recorded, List<String> tokens) {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = TOKEN.matcher(recorded);
    int from = 0;
    while (matcher.find()) {
      regex.append(words(recorded.substring(from, matcher.start()))).append("(.+?)");
      tokens.add(matcher.group());
      from = matcher.end();
    }
    regex.append(words(recorded.substring(from)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private String words(String literal) {
    String quoted = Pattern.quote(literal);
    for (String word : words) {
      quoted = quoted.replace(word, "\\E.+?\\Q");
    }
    return quoted;
  }
}
