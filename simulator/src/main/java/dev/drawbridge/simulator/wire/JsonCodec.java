package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * AWS JSON 1.0 and 1.1: the operation stands in a header, a JSON object in the body.
 *
 * @param queryErrors the query codes of errors whose names changed when the service moved to JSON;
 *     clients that know the old codes read them from a header. Null for all other services
 */
record JsonCodec(String contentType, @Nullable Map<String, String> queryErrors) implements Codec {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public String operation(HttpCall call) {
    String target = call.header("X-Amz-Target").orElse("");
    return target.substring(target.lastIndexOf('.') + 1);
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    return JsonReader.read(operation.newRequest(), body(call));
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    return reply(200, JsonWriter.write(response), requestId);
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    HttpReply reply = reply(error.status(), body(error), requestId);
    if (queryErrors == null) {
      return reply;
    }
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put(
        "x-amzn-query-error", queryErrors.getOrDefault(error.code(), error.code()) + ";Sender");
    return new HttpReply(reply.status(), headers, reply.body());
  }

  /** An error as the body of a reply. */
  static ObjectNode body(ServiceError error) {
    ObjectNode body = MAPPER.createObjectNode().put("__type", error.code());
    body.put("message", error.getMessage());
    error.members().forEach((name, value) -> body.set(name, MAPPER.valueToTree(value)));
    return body;
  }

  @Override
  public ServiceError unknown(String operation) {
    return ServiceError.client(
        "UnknownOperationException", "This simulator does not model " + operation + ".");
  }

  private HttpReply reply(int status, ObjectNode body, String requestId) {
    HttpReply plain = HttpReply.of(status, contentType, body.toString());
    return new HttpReply(
        status, Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId), plain.body());
  }

  private static JsonNode body(HttpCall call) {
    try {
      JsonNode json = MAPPER.readTree(call.text());
      if (json.isMissingNode()) {
        return MAPPER.createObjectNode();
      }
      if (!json.isObject()) {
        throw ServiceError.client("SerializationException", "the body is not a JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw ServiceError.client("SerializationException", "the body is not JSON");
    }
  }
}
