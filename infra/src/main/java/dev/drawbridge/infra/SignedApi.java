package dev.drawbridge.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.api.GatewayProblems;
import dev.drawbridge.api.OpenApi;
import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/**
 * The API that callers sign, imported from the OpenAPI 3.0 rendering. IAM verifies every signature;
 * the resource policy admits the organisation or listed accounts only.
 */
final class SignedApi extends Construct {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CALLS_A_SECOND = 50;
  private static final int BURST = 100;

  private final SpecRestApi api;

  SignedApi(
      Construct scope, ResourceNames names, Configuration configuration, InstallationArns arns) {
    super(scope, "SignedApi");
    Map<String, Object> definition = definition(arns, configuration);
    api =
        SpecRestApi.Builder.create(this, "Api")
            .restApiName(names.signedApi())
            .apiDefinition(ApiDefinition.fromInline(definition))
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

  /** Where it is. */
  String url() {
    return api.getUrl();
  }

  /** What API Gateway calls it. */
  String id() {
    return api.getRestApiId();
  }

  private static Map<String, Object> definition(
      InstallationArns arns, Configuration configuration) {
    Map<String, Object> definition =
        JSON.convertValue(OpenApi.rendering30(), new TypeReference<Map<String, Object>>() {});
    for (ApiRoute route : Catalogue.routes()) {
      object(
              object(object(definition, "paths"), route.path()),
              route.method().toLowerCase(Locale.ROOT))
          .put(
              "x-amazon-apigateway-integration",
              ApiRoutes.integration(arns.liveFunction(route.worker())));
    }
    object(object(object(definition, "components"), "securitySchemes"), "sigv4")
        .put("x-amazon-apigateway-authtype", "awsSigv4");
    definition.put("x-amazon-apigateway-gateway-responses", gatewayResponses());
    definition.put("x-amazon-apigateway-policy", policy(configuration));
    return definition;
  }

  private static Map<String, Object> gatewayResponses() {
    Map<String, Object> responses = new LinkedHashMap<>();
    GatewayProblems.templates()
        .forEach(
            (type, body) ->
                responses.put(
                    type,
                    Map.of(
                        "responseTemplates", Map.of("application/json", body),
                        "responseParameters",
                            Map.of(
                                "gatewayresponse.header.Content-Type",
                                "'" + GatewayProblems.CONTENT_TYPE + "'"))));
    return responses;
  }

  private static Map<String, Object> policy(Configuration configuration) {
    List<Map<String, Object>> statements = new ArrayList<>();
    configuration.organizationId().ifPresent(id -> statements.add(admit("aws:PrincipalOrgID", id)));
    if (!configuration.callerAccounts().isEmpty()) {
      statements.add(admit("aws:PrincipalAccount", configuration.callerAccounts()));
    }
    statements.add(admit("aws:PrincipalAccount", Aws.ACCOUNT_ID));
    return Map.of("Version", "2012-10-17", "Statement", statements);
  }

  private static Map<String, Object> admit(String key, Object value) {
    return Map.of(
        "Effect", "Allow",
        "Principal", Map.of("AWS", "*"),
        "Action", "execute-api:Invoke",
        "Resource", "execute-api:/*",
        "Condition", Map.of("StringEquals", Map.of(key, value)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> in, String name) {
    return (Map<String, Object>) Objects.requireNonNull(in.get(name), name);
  }
}
