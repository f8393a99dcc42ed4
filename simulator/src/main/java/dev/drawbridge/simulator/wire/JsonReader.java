package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.operation.Fields;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Reads a JSON object into one of the SDK's model classes. */
public final class JsonReader {
  private static final Map<MarshallingType<?>, String> NUMBERS =
      Map.of(
          MarshallingType.INTEGER, "Integer",
          MarshallingType.LONG, "Long",
          MarshallingType.SHORT, "Short",
          MarshallingType.DOUBLE, "Double",
          MarshallingType.FLOAT, "Float",
          MarshallingType.BIG_DECIMAL, "BigDecimal");

  private JsonReader() {}

  /** Fills {@code builder} and builds it; unknown members are ignored, as AWS does. */
  public static SdkPojo read(SdkPojo builder, JsonNode object) {
    fill(builder, object);
    return Fields.build(builder);
  }

  /** Sets the members that stand in the body, and leaves those of paths, queries and headers. */
  static void fill(SdkPojo builder, JsonNode object) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (field.location() == MarshallLocation.PAYLOAD) {
        Object value = value(field, object.path(field.locationName()));
        if (value != null) {
          field.set(builder, value);
        }
      }
    }
  }

  private static @Nullable Object value(SdkField<?> field, JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return null;
    }
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      return list(expect(json, json.isArray(), "List"), field.getTrait(ListTrait.class));
    } else if (type.equals(MarshallingType.MAP)) {
      return map(expect(json, json.isObject(), "Map"), field.getTrait(MapTrait.class));
    } else if (type.equals(MarshallingType.SDK_POJO)) {
      return read(field.constructor().get(), expect(json, json.isObject(), "Structure"));
    } else if (type.equals(MarshallingType.INSTANT) && json.isNumber()) {
      return Instant.ofEpochMilli(Math.round(json.asDouble() * 1000));
    }
    return scalar(field, type, json);
  }

  private static Object scalar(SdkField<?> field, MarshallingType<?> type, JsonNode json) {
    if (type.equals(MarshallingType.BOOLEAN)) {
      expect(json, json.isBoolean(), "Boolean");
    } else if (NUMBERS.containsKey(type)) {
      expect(json, json.isNumber(), NUMBERS.get(type));
    } else {
      expect(json, json.isTextual(), "String");
    }
    try {
      return Scalars.parse(field, json.asText());
    } catch (Scalars.Unreadable e) {
      throw ServiceError.client("SerializationException", String.valueOf(e.getMessage()));
    }
  }

  private static List<Object> list(JsonNode json, ListTrait trait) {
    List<Object> list = new ArrayList<>();
    for (JsonNode item : json) {
      Object value = value(trait.memberFieldInfo(), item);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private static Map<String, Object> map(JsonNode json, MapTrait trait) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      Object value = value(trait.valueFieldInfo(), entry.getValue());
      if (value != null) {
        map.put(entry.getKey(), value);
      }
    }
    return map;
  }

  /** What does not fit is refused as AWS's JSON services do, by the parser's name of the token. */
  private static JsonNode expect(JsonNode json, boolean fits, @Nullable String wanted) {
    if (fits) {
      return json;
    }
    String token =
        switch (json.getNodeType()) {
          case ARRAY -> "Unexpected list: START_ARRAY";
          case OBJECT -> "Unexpected structure: START_OBJECT";
          case BOOLEAN -> json.asBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
          default -> json.getNodeType() + "_VALUE";
        };
    throw ServiceError.client(
        "SerializationException",
        "%s can not be converted to %s %s"
            .formatted(token, "Integer".equals(wanted) ? "an" : "a", wanted));
  }
}
