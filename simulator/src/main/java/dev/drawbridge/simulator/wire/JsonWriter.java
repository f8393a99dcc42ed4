package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.operation.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Writes model objects as AWS JSON: instants are seconds, bytes are Base64. */
final class JsonWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonWriter() {}

  /** Writes every member that has a value. */
  static ObjectNode write(SdkPojo pojo) {
    ObjectNode object = JSON.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = Fields.value(field, pojo);
      if (value != null && field.location() == MarshallLocation.PAYLOAD) {
        object.set(field.locationName(), value(value));
      }
    }
    return object;
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case SdkPojo pojo -> write(pojo);
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      case Boolean bool -> JSON.booleanNode(bool);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case Float number -> JSON.numberNode(number);
      case BigDecimal number -> JSON.numberNode(number);
      case Instant instant -> JSON.numberNode(BigDecimal.valueOf(instant.toEpochMilli(), 3));
      default -> JSON.textNode(Scalars.format(value));
    };
  }

  private static ArrayNode array(List<?> list) {
    ArrayNode array = JSON.arrayNode();
    list.forEach(item -> array.add(value(item)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = JSON.objectNode();
    map.forEach((key, item) -> object.set(key.toString(), value(item)));
    return object;
  }
}
