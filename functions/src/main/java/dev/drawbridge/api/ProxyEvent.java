package dev.drawbridge.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a REST API of API Gateway invokes a worker with ("Input format of a Lambda function for
 * proxy integration in API Gateway", Amazon API Gateway Developer Guide).
 *
 * @param resource the route's template
 */
public record ProxyEvent(
    String resource,
    String httpMethod,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> queryStringParameters,
    @Nullable Map<String, String> pathParameters,
    @Nullable String body,
    boolean isBase64Encoded,
    Context requestContext) {

  /**
   * What the gateway says of the call.
   *
   * @param accountId the account of the API itself
   */
  public record Context(String accountId, String requestId, @Nullable Signer identity) {}

  /**
   * Who signed, as IAM has verified.
   *
   * @param accountId whose credentials they are
   * @param userArn as STS names the caller
   */
  public record Signer(@Nullable String accountId, @Nullable String userArn) {}
}
