package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Smithy RPC v2 with CBOR: the operation stands in the path, one map in the body.
 *
 * <p>An instant is a number of seconds; that it bears a tag which says so makes no difference to
 * who reads numbers.
 */
record CborCodec() implements Codec {
  /** The header that tells this protocol from the others of a service. */
  static final String PROTOCOL = "smithy-protocol";

  private static final String VALUE = "rpc-v2-cbor";
  private static final String TYPE = "application/cbor";
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String operation(HttpCall call) {
    return call.path().substring(call.path().lastIndexOf('/') + 1);
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    return JsonReader.read(operation.newRequest(), body(call));
  }

  private static JsonNode body(HttpCall call) {
    try {
      JsonNode map = CBOR.readTree(call.body().asByteArrayUnsafe());
      if (map.isMissingNode()) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (map.isObject()) {
        return map;
      }
    } catch (IOException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ServiceError unreadable() {
    return ServiceError.client("SerializationException", "the body is not a map in CBOR");
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    return reply(200, JsonWriter.write(response), requestId);
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    return reply(error.status(), JsonCodec.body(error), requestId);
  }

  @Override
  public ServiceError unknown(String operation) {
    return ServiceError.client(
        "UnknownOperationException", "This simulator does not model " + operation + ".");
  }

  private static HttpReply reply(int status, ObjectNode body, String requestId) {
    return new HttpReply(
        status,
        Map.of("Content-Type", TYPE, PROTOCOL, VALUE, "x-amzn-RequestId", requestId),
        SdkBytes.fromByteArray(bytes(body)));
  }

  /** Exact decimals would be written as a pair; clients expect floating point numbers. */
  private static byte[] bytes(ObjectNode body) {
    try {
      return CBOR.writeValueAsBytes(JSON.readTree(body.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body, e);
    }
  }
}
