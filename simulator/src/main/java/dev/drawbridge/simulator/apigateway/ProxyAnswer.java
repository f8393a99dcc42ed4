package dev.drawbridge.simulator.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.wire.HttpReply;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What a function of a proxy integration answers ("Output format of a Lambda function for proxy
 * integration in API Gateway"): anything else is a bad gateway.
 */
final class ProxyAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("isBase64Encoded", "statusCode", "headers", "multiValueHeaders", "body");

  private ProxyAnswer() {}

  /**
   * The answer as it goes to the caller.
   *
   * @throws GatewayError 502 if the function's answer is not of that form
   */
  static HttpReply read(String payload, String requestId) {
    JsonNode answer = parse(payload);
    JsonNode body = answer.path("body");
    if (!answer.path("statusCode").canConvertToInt()
        || !answer.path("statusCode").isIntegralNumber()
        || !(body.isMissingNode() || body.isNull() || body.isTextual())) {
      throw GatewayError.internal();
    }
    answer
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw GatewayError.internal();
              }
            });
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().path(0).asText()));
    headers.putIfAbsent("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    String text = body.asText("");
    SdkBytes bytes =
        answer.path("isBase64Encoded").asBoolean()
            ? SdkBytes.fromByteArray(Base64.getDecoder().decode(text))
            : SdkBytes.fromUtf8String(body.isTextual() ? text : "");
    return new HttpReply(answer.path("statusCode").asInt(), headers, bytes);
  }

  private static JsonNode parse(String payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      if (answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException notJson) {
      // Falls through: it is no proxy answer.
    }
    throw GatewayError.internal();
  }
}
