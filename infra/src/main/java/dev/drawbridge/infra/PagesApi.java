package dev.drawbridge.infra;

import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/**
 * The API for people with a browser, which nobody signs: they sign in with the issuer. It names its
 * workers by the names that they will have, since workers are told its address.
 */
final class PagesApi extends Construct {
  private static final int CALLS_A_SECOND = 20;
  private static final int BURST = 40;

  private final boolean signIn;
  private final SpecRestApi api;

  PagesApi(Construct scope, Configuration configuration, FunctionArns functions) {
    super(scope, "PagesApi");
    signIn = !configuration.issuer().isEmpty();
    api =
        SpecRestApi.Builder.create(this, "Api")
            .restApiName("drawbridge-pages")
            .apiDefinition(ApiDefinition.fromInline(definition(functions)))
            .cloudWatchRole(false)
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .deployOptions(
                StageOptions.builder()
                    .stageName(StateMachineArns.LIVE)
                    .throttlingRateLimit(CALLS_A_SECOND)
                    .throttlingBurstLimit(BURST)
                    .build())
            .build();
    api.getNode().tryRemoveChild("Endpoint"); // an output under a name that nobody could guess
  }

  /** Where the pages are, without a last slash; empty without an issuer. */
  String url() {
    return signIn
        ? "https://%s.execute-api.%s.%s/%s"
            .formatted(api.getRestApiId(), Aws.REGION, Aws.URL_SUFFIX, StateMachineArns.LIVE)
        : "";
  }

  /** Lets the API invoke the workers of its routes. */
  void allow(Map<String, Alias> workers) {
    ApiRoutes.allow("PagesApi", api, Catalogue.pageRoutes(), workers);
  }

  private static Map<String, Object> definition(FunctionArns functions) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (ApiRoute route : Catalogue.pageRoutes()) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), method(route, functions));
    }
    return Map.of(
        "openapi",
        "3.0.3",
        "info",
        Map.of("title", "Drawbridge pages", "version", "0.1.0"),
        "paths",
        paths);
  }

  private static Map<String, Object> method(ApiRoute route, FunctionArns functions) {
    return Map.of(
        "operationId",
        route.operationId(),
        "parameters",
        route.path().contains("{id}")
            ? List.of(
                Map.of(
                    "name",
                    "id",
                    "in",
                    "path",
                    "required",
                    true,
                    "schema",
                    Map.of("type", "string")))
            : List.of(),
        "responses",
        Map.of("default", Map.of("description", "A page.")),
        "x-amazon-apigateway-integration",
        ApiRoutes.integration(functions.live(route.worker())));
  }
}
