package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.operation.Fields;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;

/** REST-JSON: members stand in the path, the query, headers and the body, as the model says. */
record RestJsonCodec(String signingName) implements Codec {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TYPE = "application/json";

  @Override
  public String operation(HttpCall call) {
    return route(call)
        .map(found -> found.route().operation())
        .orElse(call.method() + " " + call.path());
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    Map<String, String> labels = route(call).map(Routes.Found::labels).orElse(Map.of());
    Map<String, List<String>> query = Routes.query(call.path());
    SdkPojo builder = operation.newRequest();
    try {
      for (SdkField<?> field : builder.sdkFields()) {
        Object value = outside(field, call, labels, query);
        if (value != null) {
          field.set(builder, value);
        }
      }
      if (builder.sdkFields().stream().noneMatch(RestJsonCodec::wholeBody)) {
        JsonReader.fill(builder, body(call));
      }
    } catch (Scalars.Unreadable e) {
      throw ServiceError.client("SerializationException", String.valueOf(e.getMessage()));
    }
    return Fields.build(builder);
  }

  private Optional<Routes.Found> route(HttpCall call) {
    return Routes.of(signingName).find(call.method(), call.path());
  }

  /** The value of a member that does not stand in a JSON body. */
  private static @Nullable Object outside(
      SdkField<?> field,
      HttpCall call,
      Map<String, String> labels,
      Map<String, List<String>> query) {
    if (wholeBody(field)) {
      return call.body();
    }
    return switch (field.location()) {
      case PATH, GREEDY_PATH -> parsed(field, labels.get(field.locationName()));
      case HEADER -> parsed(field, call.header(field.locationName()).orElse(null));
      case QUERY_PARAM -> queried(field, query.getOrDefault(field.locationName(), List.of()));
      default -> null;
    };
  }

  private static @Nullable Object queried(SdkField<?> field, List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    if (field.marshallingType().equals(MarshallingType.LIST)) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      return values.stream().map(value -> Scalars.parse(element, value)).toList();
    }
    return Scalars.parse(field, values.getFirst());
  }

  private static @Nullable Object parsed(SdkField<?> field, @Nullable String text) {
    return text == null ? null : Scalars.parse(field, text);
  }

  private static boolean wholeBody(SdkField<?> field) {
    return field.containsTrait(PayloadTrait.class)
        && field.marshallingType().equals(MarshallingType.SDK_BYTES);
  }

  private static JsonNode body(HttpCall call) {
    try {
      JsonNode json = MAPPER.readTree(call.text());
      if (json.isMissingNode()) {
        return MAPPER.createObjectNode();
      }
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw notJson();
    }
    throw notJson();
  }

  private static ServiceError notJson() {
    return ServiceError.client(
        "InvalidRequestContentException", "Could not parse request body into json");
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", TYPE);
    headers.put("x-amzn-RequestId", requestId);
    int status = Routes.of(signingName).status(operation);
    SdkBytes body = null;
    for (SdkField<?> field : response.sdkFields()) {
      Object value = Fields.value(field, response);
      if (wholeBody(field)) {
        body = value == null ? SdkBytes.fromUtf8String("") : (SdkBytes) value;
      } else if (value != null && field.location() == MarshallLocation.HEADER) {
        headers.put(field.locationName(), Scalars.format(value));
      } else if (value != null && field.location() == MarshallLocation.STATUS_CODE) {
        status = (Integer) value;
      }
    }
    if (body == null) {
      ObjectNode json = JsonWriter.write(response);
      body = SdkBytes.fromUtf8String(status == 204 ? "" : json.toString());
    }
    return new HttpReply(status, headers, body);
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", error.status() < 500 ? "User" : "Service")
            .put("Message", error.getMessage())
            .put("message", error.getMessage());
    Map<String, String> headers =
        Map.of(
            "Content-Type", TYPE, "x-amzn-ErrorType", error.code(), "x-amzn-RequestId", requestId);
    return new HttpReply(error.status(), headers, SdkBytes.fromUtf8String(json.toString()));
  }

  @Override
  public ServiceError unknown(String operation) {
    return ServiceError.of(
        404, "UnknownOperationException", "This simulator does not model " + operation + ".");
  }
}
