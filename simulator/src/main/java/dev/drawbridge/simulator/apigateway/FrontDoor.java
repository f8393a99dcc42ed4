package dev.drawbridge.simulator.apigateway;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.simulator.lambda.LambdaService;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkBytes;

/** One REST API, ready for calls. */
public final class FrontDoor {
  /** "Amazon API Gateway quotas": payload size. */
  public static final int LARGEST_BODY = 10 * 1024 * 1024;

  /** "Lambda quotas": synchronous invocation payload, of the event with its body in it. */
  static final int LARGEST_EVENT = 6 * 1024 * 1024;

  /** "Amazon API Gateway quotas": the default integration time-out. */
  static final Duration PATIENCE = Duration.ofSeconds(29);

  private static final RestApi.Template PLAIN =
      new RestApi.Template("application/json", "{\"message\":$context.error.messageString}");

  private final Scheduler scheduler;
  private final LambdaService functions;
  private final AccessKeys keys;
  private final Map<String, String> organizations;
  private final RestApi api;
  private final AtomicLong calls = new AtomicLong();

  /**
   * A door to {@code api}.
   *
   * @param organizations the organisation of each account that is in one
   */
  public FrontDoor(
      Scheduler scheduler,
      LambdaService functions,
      AccessKeys keys,
      Map<String, String> organizations,
      RestApi api) {
    this.scheduler = scheduler;
    this.functions = functions;
    this.keys = keys;
    this.organizations = new HashMap<>(organizations);
    this.api = api;
  }

  /** The API behind this door. */
  public RestApi api() {
    return api;
  }

  /** Serves one call; the caller's thread waits while the function runs. */
  public HttpReply handle(HttpCall call) {
    return scheduler.exclusively(() -> serve(call));
  }

  private HttpReply serve(HttpCall call) {
    // Of its own series: a world's chance is the same whether its API is called or not.
    String requestId = new UUID(0x4000L, calls.incrementAndGet() | (1L << 63)).toString();
    try {
      if (call.body().asByteArrayUnsafe().length > LARGEST_BODY) {
        throw new GatewayError(GatewayError.Type.REQUEST_TOO_LARGE, "Request Too Long");
      }
      Found found = find(call);
      Optional<Principal> caller = caller(call, found.route());
      ProxyEvent event =
          new ProxyEvent(
              api,
              found.route(),
              found.parameters(),
              call,
              caller,
              caller.map(Principal::account).map(organizations::get),
              requestId,
              scheduler.now());
      return ProxyAnswer.read(invoke(found.route(), event.json()), requestId);
    } catch (GatewayError refused) {
      return reply(refused, requestId);
    }
  }

  private record Found(Route route, Map<String, String> parameters) {}

  /** A REST API answers a path that it does not know as if the signature were missing. */
  private Found find(HttpCall call) {
    String path = RequestTarget.of(call).path();
    for (Route route : api.routes()) {
      Optional<Map<String, String>> parameters = route.match(path);
      if (route.method().equals(call.method()) && parameters.isPresent()) {
        return new Found(route, parameters.get());
      }
    }
    throw new GatewayError(
        GatewayError.Type.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
  }

  private Optional<Principal> caller(HttpCall call, Route route) {
    if (!route.iam()) {
      // A policy's conditions about a principal hold for nobody who was not authenticated.
      if (api.policy().isPresent()) {
        throw denied("anonymous", call);
      }
      return Optional.empty();
    }
    Principal caller = new SignatureCheck(keys, scheduler, api.region()).caller(call);
    Optional<String> organization = Optional.ofNullable(organizations.get(caller.account()));
    if (api.policy().filter(policy -> !policy.admits(caller, organization)).isPresent()) {
      throw denied(caller.arn(), call);
    }
    return Optional.of(caller);
  }

  private GatewayError denied(String who, HttpCall call) {
    return new GatewayError(
        GatewayError.Type.ACCESS_DENIED,
        "User: %s is not authorized to perform: execute-api:Invoke on resource: %s"
            .formatted(who, api.arn(call.method(), RequestTarget.of(call).path())));
  }

  private String invoke(Route route, String event) {
    if (event.length() > LARGEST_EVENT) {
      // What AWS answers between both quotas is UNCONFIRMED.
      throw new GatewayError(GatewayError.Type.REQUEST_TOO_LARGE, "Request Too Long");
    }
    List<InvocationResult> results = new ArrayList<>(1);
    try {
      Caller gateway = new Caller(api.account(), api.region(), "apigateway");
      functions.invoke(gateway, route.functionArn(), event, results::add);
    } catch (ServiceError refused) {
      throw refused.status() == 429
          ? new GatewayError(GatewayError.Type.THROTTLED, "Too Many Requests")
          : GatewayError.internal();
    }
    if (!scheduler.await(() -> !results.isEmpty(), PATIENCE)) {
      throw new GatewayError(GatewayError.Type.INTEGRATION_TIMEOUT, "Endpoint request timed out");
    }
    if (!results.getFirst().succeeded()) {
      throw GatewayError.internal();
    }
    return results.getFirst().payload();
  }

  private HttpReply reply(GatewayError error, String requestId) {
    int status = error.type().status;
    RestApi.Template template =
        Optional.ofNullable(api.gatewayResponses().get(error.type().name()))
            .or(
                () ->
                    Optional.ofNullable(
                        api.gatewayResponses().get(status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX")))
            .orElse(PLAIN);
    String message = String.valueOf(error.getMessage());
    String body =
        template
            .body()
            .replace("$context.error.messageString", TextNode.valueOf(message).toString())
            .replace("$context.error.message", message)
            .replace("$context.error.responseType", error.type().name())
            .replace("$context.requestId", requestId);
    return new HttpReply(
        status,
        Map.of(
            "Content-Type",
            template.contentType(),
            "x-amzn-ErrorType",
            error.type().errorType,
            "x-amzn-RequestId",
            requestId),
        SdkBytes.fromUtf8String(body));
  }
}
