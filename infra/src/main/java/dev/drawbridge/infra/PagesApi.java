package dev.drawbridge.infra;

import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/** The API for people with a browser, which nobody signs: they sign in with the issuer. */
final class PagesApi extends Construct {
  private static final int CALLS_A_SECOND = 20;
  private static final int BURST = 40;

  private final SpecRestApi api;

  PagesApi(Construct scope, ResourceNames names, InstallationArns arns) {
    super(scope, "PagesApi");
    api =
        SpecRestApi.Builder.create(this, "Api")
            .restApiName(names.pagesApi())
            .apiDefinition(ApiDefinition.fromInline(definition(arns)))
            .cloudWatchRole(false)
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .deployOptions(
                StageOptions.builder()
                    .stageName(InstallationArns.LIVE)
                    .throttlingRateLimit(CALLS_A_SECOND)
                    .throttlingBurstLimit(BURST)
                    .build())
            .build();
    api.getNode().tryRemoveChild("Endpoint"); // an output under a name that nobody could guess
  }

  /** Where the pages are, with a last slash. */
  String url() {
    return api.getUrl();
  }

  /** What API Gateway calls it. */
  String id() {
    return api.getRestApiId();
  }

  private static Map<String, Object> definition(InstallationArns arns) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (ApiRoute route : Catalogue.pageRoutes()) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), method(route, arns));
    }
    return Map.of(
        "openapi",
        "3.0.3",
        "info",
        Map.of("title", "Drawbridge pages", "version", "0.1.0"),
        "paths",
        paths);
  }

  private static Map<String, Object> method(ApiRoute route, InstallationArns arns) {
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
        Map.of("200", Map.of("description", "A page.")),
        "x-amazon-apigateway-integration",
        ApiRoutes.integration(arns.liveFunction(route.worker())));
  }
}
