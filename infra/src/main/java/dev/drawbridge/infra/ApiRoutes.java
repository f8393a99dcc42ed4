package dev.drawbridge.infra;

import dev.drawbridge.workflows.ApiRoute;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;

/** Leads the routes of an API to the aliases of their workers. */
final class ApiRoutes {
  private static final int PATIENCE_MILLIS = 29_000;

  private ApiRoutes() {}

  /** What API Gateway does with a call of a route. */
  static Map<String, Object> integration(String functionArn) {
    return Map.of(
        "type", "aws_proxy",
        "httpMethod", "POST",
        "timeoutInMillis", PATIENCE_MILLIS,
        "passthroughBehavior", "when_no_match",
        "uri",
            "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(Aws.PARTITION, Aws.REGION, functionArn));
  }

  /** Lets an API invoke the workers of its routes, under a name of its own. */
  static void allow(String id, SpecRestApi api, List<ApiRoute> routes, Map<String, Alias> workers) {
    routes.stream()
        .map(ApiRoute::worker)
        .distinct()
        .forEach(
            name ->
                Objects.requireNonNull(workers.get(name), name)
                    .addPermission(
                        id,
                        Permission.builder()
                            .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                            .sourceArn(api.arnForExecuteApi("*", "/*", StateMachineArns.LIVE))
                            .build()));
  }
}
