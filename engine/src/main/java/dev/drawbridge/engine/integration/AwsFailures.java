package dev.drawbridge.engine.integration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** How the optimised integrations show a service's answers in task output and causes. */
public final class AwsFailures {
  private AwsFailures() {}

  /** The services whose errors tasks show; names as in AWS's SDK for Java 1. */
  public enum Service {
    LAMBDA("Lambda", "AWSLambda"),
    STATES("StepFunctions", "AWSStepFunctions"),
    SQS("SQS", "AmazonSQS"),
    SNS("SNS", "AmazonSNS");

    private final String prefix;
    private final String sdkName;

    Service(String prefix, String sdkName) {
      this.prefix = prefix;
      this.sdkName = sdkName;
    }

    /**
     * The error's name: the class of the SDK's exception. A code without a class of its own, such
     * as {@code MissingParameter}, has the service's common one.
     */
    public String error(String code) {
      if (COMMON.contains(code)) {
        return "%s.%sException".formatted(prefix, sdkName);
      }
      return prefix + "." + code + (code.endsWith("Exception") ? "" : "Exception");
    }

    /** The cause, with the service's message. */
    public String cause(int status, String code, String message, String requestId) {
      return "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
          .formatted(message, sdkName, status, code, requestId);
    }
  }

  /** Codes that the SDK has no exception class for. */
  private static final Set<String> COMMON = Set.of("MissingParameter");

  /** Adds what every integration's output carries of the HTTP exchange. */
  public static ObjectNode withMetadata(ObjectNode response, String requestId) {
    response.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    response.putObject("SdkResponseMetadata").put("RequestId", requestId);
    return response;
  }
}
