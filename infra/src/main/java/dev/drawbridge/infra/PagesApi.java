package dev.drawbridge.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/**
 * The API for people with a browser, which nobody signs. It has its address already, so that
 * messages can link to it one day; until there are pages it says that there are none.
 */
final class PagesApi extends Construct {
  private static final String NOTHING =
      "{\"type\":\"urn:drawbridge:problem:not-built-yet\",\"title\":\"There are no pages yet\","
          + "\"status\":404,\"detail\":\"this release has no pages; use the signed API\"}";

  PagesApi(Construct scope) {
    super(scope, "PagesApi");
    SpecRestApi api =
        SpecRestApi.Builder.create(this, "Api")
            .restApiName("drawbridge-pages")
            .apiDefinition(ApiDefinition.fromInline(definition()))
            .cloudWatchRole(false)
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .deployOptions(StageOptions.builder().stageName(StateMachineArns.LIVE).build())
            .build();
    api.getNode().tryRemoveChild("Endpoint"); // nobody needs the address before there are pages
  }

  private static Map<String, Object> definition() {
    Map<String, Object> integration =
        Map.of(
            "type", "mock",
            "requestTemplates", Map.of("application/json", "{\"statusCode\":404}"),
            "responses",
                Map.of(
                    "default",
                    Map.of(
                        "statusCode",
                        "404",
                        "responseTemplates",
                        Map.of("application/problem+json", NOTHING))));
    return Map.of(
        "openapi", "3.0.3",
        "info", Map.of("title", "Drawbridge pages", "version", "0.1.0"),
        "paths",
            Map.of(
                "/",
                Map.of(
                    "get",
                    Map.of(
                        "responses",
                        Map.of("404", Map.of("description", "There are no pages yet.")),
                        "x-amazon-apigateway-integration",
                        integration))));
  }
}
