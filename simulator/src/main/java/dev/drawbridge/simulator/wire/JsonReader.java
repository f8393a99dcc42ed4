package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Reads a JSON object into one of the SDK's model classes. */
public final class JsonReader {
  private JsonReader() {}

  /** Fills {@code builder} and builds it; unknown members are ignored, as AWS does. */
  public static SdkPojo read(SdkPojo builder, JsonNode object) {
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = value(field, object.path(field.locationName()));
      if (value != null) {
        field.set(builder, value);
      }
    }
    return Fields.build(builder);
  }

  private static @Nullable Object value(SdkField<?> field, JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return null;
    }
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      return list(expect(field, json, json.isArray()), field.getTrait(ListTrait.class));
    } else if (type.equals(MarshallingType.MAP)) {
      return map(expect(field, json, json.isObject()), field.getTrait(MapTrait.class));
    } else if (type.equals(MarshallingType.SDK_POJO)) {
      return read(field.constructor().get(), expect(field, json, json.isObject()));
    } else if (type.equals(MarshallingType.INSTANT) && json.isNumber()) {
      return Instant.ofEpochMilli(Math.round(json.asDouble() * 1000));
    }
    return Scalars.parse(field, expect(field, json, json.isValueNode()).asText());
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

  private static JsonNode expect(SdkField<?> field, JsonNode json, boolean fits) {
    if (!fits) {
      throw ServiceError.client(
          "SerializationException",
          "%s cannot be read from %s".formatted(field.memberName(), json.getNodeType()));
    }
    return json;
  }
}
