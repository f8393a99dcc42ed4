package dev.drawbridge.simulator.apigateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployed REST API with proxy integrations.
 *
 * @param id as in its host name
 * @param account whose it is
 * @param region where it is
 * @param stage the deployed stage
 * @param routes its methods
 * @param policy whom it admits; without one anybody may call, unsigned
 * @param gatewayResponses templates of what the gateway itself answers, by type; {@code
 *     DEFAULT_4XX} and {@code DEFAULT_5XX} stand for all others of their class
 */
public record RestApi(
    String id,
    String account,
    String region,
    String stage,
    List<Route> routes,
    Optional<ResourcePolicy> policy,
    Map<String, Template> gatewayResponses) {

  /** Keeps copies. */
  public RestApi {
    routes = List.copyOf(routes);
    gatewayResponses = Map.copyOf(gatewayResponses);
  }

  /**
   * What the gateway answers in its own name.
   *
   * @param contentType of the body
   * @param body may hold {@code $context.error.message}, {@code $context.error.messageString},
   *     {@code $context.error.responseType} and {@code $context.requestId}
   */
  public record Template(String contentType, String body) {}

  /** The ARN that {@code execute-api:Invoke} is about. */
  String arn(String method, String path) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
        .formatted(region, account, id, stage, method, path);
  }
}
