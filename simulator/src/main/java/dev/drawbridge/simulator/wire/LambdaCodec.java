package dev.drawbridge.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Lambda's REST-JSON, of which Invoke alone is routed. */
record LambdaCodec() implements Codec {
  private static final Pattern INVOKE =
      Pattern.compile(
          "/2015-03-31/functions/([^/?]+)/invocations(?:\\?(?:.*&)?Qualifier=([^&]+).*)?");

  @Override
  public String operation(HttpCall call) {
    boolean invoke = call.method().equals("POST") && INVOKE.matcher(call.path()).matches();
    return invoke ? "Invoke" : call.method() + " " + call.path();
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    Matcher path = INVOKE.matcher(call.path());
    if (!path.matches()) {
      throw unknown(operation.name());
    }
    return InvokeRequest.builder()
        .functionName(decode(path.group(1)))
        .qualifier(path.group(2) == null ? null : decode(path.group(2)))
        .invocationType(call.header("X-Amz-Invocation-Type").orElse("RequestResponse"))
        .logType(call.header("X-Amz-Log-Type").orElse(null))
        .payload(call.body())
        .build();
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    InvokeResponse result = (InvokeResponse) response;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    putIfPresent(headers, "X-Amz-Function-Error", result.functionError());
    putIfPresent(headers, "X-Amz-Log-Result", result.logResult());
    putIfPresent(headers, "X-Amz-Executed-Version", result.executedVersion());
    SdkBytes body = result.payload() == null ? SdkBytes.fromUtf8String("") : result.payload();
    Integer status = result.statusCode();
    return new HttpReply(status == null ? 200 : status, headers, body);
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", error.status() < 500 ? "User" : "Service")
            .put("Message", error.getMessage())
            .toString();
    HttpReply plain = HttpReply.of(error.status(), "application/json", body);
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "x-amzn-ErrorType",
            error.code(),
            "x-amzn-RequestId",
            requestId);
    return new HttpReply(error.status(), headers, plain.body());
  }

  @Override
  public ServiceError unknown(String operation) {
    return ServiceError.of(
        404, "UnknownOperationException", "This simulator does not model " + operation + ".");
  }

  private static void putIfPresent(
      Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
