package dev.drawbridge.lab.installation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.api.GatewayProblems;
import dev.drawbridge.api.OpenApi;
import dev.drawbridge.simulator.apigateway.ResourcePolicy;
import dev.drawbridge.simulator.apigateway.RestApi;
import dev.drawbridge.simulator.apigateway.Route;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.workflows.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The signed API of an installation, as the CDK application deploys it. */
public final class Api {
  /** The organisation whose accounts the API admits. */
  public static final String ORGANIZATION = "o-drawbridge";

  /** As API Gateway imports it; read once, since every installation has one. */
  private static final JsonNode IMPORTED = OpenApi.rendering30();

  private Api() {}

  /**
   * The API.
   *
   * @param functionArn the ARN of each worker, by name
   */
  static RestApi of(Caller owner, UnaryOperator<String> functionArn) {
    Map<String, RestApi.Template> templates = new LinkedHashMap<>();
    GatewayProblems.templates()
        .forEach(
            (type, body) ->
                templates.put(type, new RestApi.Template(GatewayProblems.CONTENT_TYPE, body)));
    return new RestApi(
        "drawbridge",
        owner.account(),
        owner.region(),
        "live",
        Catalogue.routes().stream()
            .map(
                route ->
                    new Route(
                        route.method(),
                        route.path(),
                        functionArn.apply(route.worker()),
                        OpenApi.securedByIam(IMPORTED, route.method(), route.path())))
            .toList(),
        Optional.of(new ResourcePolicy(Optional.of(ORGANIZATION), Set.of())),
        templates);
  }
}
