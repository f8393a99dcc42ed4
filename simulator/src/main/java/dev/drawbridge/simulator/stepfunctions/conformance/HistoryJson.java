package dev.drawbridge.simulator.stepfunctions.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** An SDK model object as the JSON that the API answers with. */
final class HistoryJson {
  private HistoryJson() {}

  static ObjectNode of(SdkPojo pojo) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null && !empty(value)) {
        json.set(field.locationName(), value(value));
      }
    }
    return json;
  }

  private static boolean empty(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static JsonNode value(Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (value) {
      case SdkPojo pojo -> of(pojo);
      case String text -> json.textNode(text);
      case Boolean bool -> json.booleanNode(bool);
      case Integer number -> json.numberNode(number);
      case Long number -> json.numberNode(number);
      case Instant instant -> json.textNode(instant.toString());
      case Collection<?> list -> {
        var array = json.arrayNode();
        list.forEach(element -> array.add(value(element)));
        yield array;
      }
      default -> throw new IllegalArgumentException("not JSON: " + value);
    };
  }
}
