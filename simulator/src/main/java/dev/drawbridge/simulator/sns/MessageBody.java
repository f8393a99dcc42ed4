package dev.drawbridge.simulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, to each kind of subscriber its own if it is structured ("Publishing
 * messages", Amazon SNS Developer Guide).
 *
 * @param byProtocol texts for protocols, and under {@code default} that for all others
 */
record MessageBody(Map<String, String> byProtocol) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String DEFAULT = "default";

  MessageBody {
    byProtocol = Map.copyOf(byProtocol);
  }

  /**
   * Reads a message.
   *
   * @param structure {@code json} for one that differs by protocol; null for plain text
   * @throws dev.drawbridge.simulator.operation.ServiceError InvalidParameter
   */
  static MessageBody of(@Nullable String message, @Nullable String structure) {
    if (message == null || message.isEmpty()) {
      throw TopicAttributes.invalid("Empty message");
    }
    if (structure == null) {
      return new MessageBody(Map.of(DEFAULT, message));
    }
    if (!structure.equals("json")) {
      throw TopicAttributes.invalid("MessageStructure");
    }
    return structured(message);
  }

  /** Values that are no strings are ignored, as SNS does. */
  private static MessageBody structured(String message) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : parse(message).properties()) {
      if (entry.getValue().isTextual()) {
        texts.put(entry.getKey(), entry.getValue().asText());
      }
    }
    if (!texts.containsKey(DEFAULT)) {
      throw TopicAttributes.invalid("Message Structure - No default entry in JSON message body");
    }
    return new MessageBody(texts);
  }

  private static JsonNode parse(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static RuntimeException unreadable() {
    return TopicAttributes.invalid("Message Structure - JSON message body failed to parse");
  }

  String text(String protocol) {
    return byProtocol.getOrDefault(protocol, byProtocol.getOrDefault(DEFAULT, ""));
  }
}
