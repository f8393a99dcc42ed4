package dev.drawbridge.infra;

import java.util.Map;
import software.amazon.awscdk.Aws;

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
}
