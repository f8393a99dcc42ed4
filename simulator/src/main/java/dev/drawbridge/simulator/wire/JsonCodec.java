package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1: the operation stands in a header, a JSON object in the body. */
record JsonCodec(String contentType) implements Codec {
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
    ObjectNode body = MAPPER.createObjectNode().put("__type", error.code());
    body.put("message", error.getMessage());
    error.members().forEach((name, value) -> body.set(name, MAPPER.valueToTree(value)));
    return reply(error.status(), body, requestId);
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
      return json.isMissingNode() ? MAPPER.createObjectNode() : json;
    } catch (JsonProcessingException e) {
      throw ServiceError.client("SerializationException", "the body is not JSON");
    }
  }
}
