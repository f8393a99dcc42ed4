package dev.drawbridge.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the gateway answers in its own name, as problem documents too (RFC 9457). */
public final class GatewayProblems {
  /** Their media type. */
  public static final String CONTENT_TYPE = "application/problem+json";

  private static final Map<String, Integer> STATUS =
      Map.of(
          "ACCESS_DENIED", 403,
          "EXPIRED_TOKEN", 403,
          "INVALID_SIGNATURE", 403,
          "MISSING_AUTHENTICATION_TOKEN", 403,
          "RESOURCE_NOT_FOUND", 404,
          "REQUEST_TOO_LARGE", 413,
          "THROTTLED", 429,
          "QUOTA_EXCEEDED", 429,
          "INTEGRATION_FAILURE", 504,
          "INTEGRATION_TIMEOUT", 504);

  private GatewayProblems() {}

  /**
   * A template for each type of gateway response ("Gateway response types for API Gateway", Amazon
   * API Gateway Developer Guide). Those of the defaults name no status: a template cannot know it.
   */
  public static Map<String, String> templates() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("DEFAULT_4XX", template(""));
    templates.put("DEFAULT_5XX", template(""));
    STATUS.forEach((type, status) -> templates.put(type, template("\"status\":" + status + ",")));
    return templates;
  }

  private static String template(String status) {
    return "{\"type\":\"urn:drawbridge:problem:gateway\",\"title\":\"$context.error.responseType\","
        + status
        + "\"detail\":$context.error.messageString,\"requestId\":\"$context.requestId\"}";
  }
}
