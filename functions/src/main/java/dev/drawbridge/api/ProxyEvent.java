package dev.drawbridge.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers == null ? Map.of() : headers);
    return Optional.ofNullable(all.get(name));
  }

  /** A parameter of the path. */
  public Optional<String> path(String name) {
    return Optional.ofNullable(pathParameters == null ? null : pathParameters.get(name));
  }

  /** A parameter of the query; of several with one name the last. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(
        queryStringParameters == null ? null : queryStringParameters.get(name));
  }

  /** The body, decoded; without one nothing. */
  public byte[] bytes() {
    if (body == null) {
      return new byte[0];
    }
    return isBase64Encoded
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

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
