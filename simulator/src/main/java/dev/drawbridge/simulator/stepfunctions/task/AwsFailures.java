package dev.drawbridge.simulator.stepfunctions.task;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the optimised integrations show a service's answers in task output and causes. */
public final class AwsFailures {
  private AwsFailures() {}

  /**
   * The cause of a task that a service refused.
   *
   * @param service as AWS's SDK for Java names it, for example {@code AWSLambda}
   */
  public static String cause(
      String message, String service, int status, String code, String requestId) {
    return "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
        .formatted(message, service, status, code, requestId);
  }

  /** Adds what every integration's output carries of the HTTP exchange. */
  public static ObjectNode withMetadata(ObjectNode response, String requestId) {
    response.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    response.putObject("SdkResponseMetadata").put("RequestId", requestId);
    return response;
  }
}
