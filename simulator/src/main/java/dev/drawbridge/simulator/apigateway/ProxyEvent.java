package dev.drawbridge.simulator.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.wire.HttpCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function of a proxy integration is invoked with ("Input format of a Lambda function for
 * proxy integration in API Gateway", Amazon API Gateway Developer Guide).
 *
 * @param caller empty for a call that needed no signature
 * @param organization the caller's, where it has one
 */
record ProxyEvent(
    RestApi api,
    Route route,
    Map<String, String> pathParameters,
    HttpCall call,
    Optional<Principal> caller,
    Optional<String> organization,
    String requestId,
    Instant at) {

  String json() {
    RequestTarget target = RequestTarget.of(call);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("resource", route.template());
    event.put("path", target.path());
    event.put("httpMethod", call.method());
    ObjectNode headers = event.putObject("headers");
    ObjectNode multiHeaders = event.putObject("multiValueHeaders");
    call.headers()
        .forEach(
            (name, value) -> {
              headers.put(name, value);
              multiHeaders.putArray(name).add(value);
            });
    query(event, target.query());
    if (pathParameters.isEmpty()) {
      event.putNull("pathParameters");
    } else {
      ObjectNode parameters = event.putObject("pathParameters");
      pathParameters.forEach(parameters::put);
    }
    event.putNull("stageVariables");
    event.set("requestContext", context(target));
    if (call.body().asByteArrayUnsafe().length == 0) {
      event.putNull("body");
    } else {
      event.put("body", call.text());
    }
    event.put("isBase64Encoded", false);
    return event.toString();
  }

  /** The single value of a parameter that came several times is its last. */
  private static void query(ObjectNode event, Map<String, List<String>> query) {
    if (query.isEmpty()) {
      event.putNull("queryStringParameters");
      event.putNull("multiValueQueryStringParameters");
      return;
    }
    ObjectNode single = event.putObject("queryStringParameters");
    ObjectNode multi = event.putObject("multiValueQueryStringParameters");
    query.forEach(
        (name, values) -> {
          single.put(name, values.getLast());
          values.forEach(multi.putArray(name)::add);
        });
  }

  private ObjectNode context(RequestTarget target) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", api.account());
    context.put("apiId", api.id());
    context.put("stage", api.stage());
    context.put("resourcePath", route.template());
    context.put("httpMethod", call.method());
    context.put("path", "/" + api.stage() + target.path());
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", requestId);
    context.put("requestTimeEpoch", at.toEpochMilli());
    ObjectNode identity = context.putObject("identity");
    identity.put("sourceIp", "127.0.0.1");
    identity.put("userAgent", call.header("User-Agent").orElse(null));
    identity.put("accountId", caller.map(Principal::account).orElse(null));
    identity.put("caller", caller.map(Principal::userId).orElse(null));
    identity.put("user", caller.map(Principal::userId).orElse(null));
    identity.put("userArn", caller.map(Principal::arn).orElse(null));
    identity.put("principalOrgId", organization.orElse(null));
    return context;
  }
}
