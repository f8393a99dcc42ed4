package dev.drawbridge.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call as the workers read it.
 *
 * @param caller who signed it
 * @param account the account of the API: the provider's
 */
record ApiCall(ProxyEvent event, Caller caller, String account) {
  /** No request of ours is larger. */
  static final int LARGEST_BODY = 8 * 1024;

  // Duplicate keys and trailing text are how two readers of one document come to disagree.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static ApiCall of(ProxyEvent event) {
    ProxyEvent.Signer signer = event.requestContext().identity();
    if (signer == null || signer.userArn() == null || signer.accountId() == null) {
      throw Refusal.forbidden("the call is not signed; sign it with Signature Version 4");
    }
    return new ApiCall(
        event,
        Caller.signed(
            Objects.requireNonNull(signer.userArn()),
            Objects.requireNonNull(signer.accountId()),
            event.requestContext().accountId()),
        event.requestContext().accountId());
  }

  /** A parameter of the path that has to have a form; nothing of another form exists. */
  String path(String name, Pattern form) {
    String value = or(event.pathParameters()).getOrDefault(name, "");
    if (!form.matcher(value).matches()) {
      throw Refusal.notFound(name, value);
    }
    return value;
  }

  /**
   * A parameter of the query.
   *
   * @throws InvalidRequest if it has another form
   */
  Optional<String> query(String name, Pattern form, String rule) {
    Optional<String> value = Optional.ofNullable(or(event.queryStringParameters()).get(name));
    value
        .filter(text -> !form.matcher(text).matches())
        .ifPresent(
            text -> {
              throw new InvalidRequest(name, "%s is refused; %s".formatted(text, rule));
            });
    return value;
  }

  /**
   * A header.
   *
   * @throws InvalidRequest if it has another form
   */
  Optional<String> header(String name, Pattern form, String rule) {
    Optional<String> value = header(name);
    value
        .filter(text -> !form.matcher(text).matches())
        .ifPresent(
            text -> {
              throw new InvalidRequest(name, "%s is refused; %s".formatted(text, rule));
            });
    return value;
  }

  /**
   * The body.
   *
   * @throws Refusal 413 or 415
   * @throws InvalidRequest saying where it is no JSON
   */
  JsonNode json() {
    String type = header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.startsWith("application/json;")) {
      throw new Refusal(
          Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: %s is refused; send application/json".formatted(type));
    }
    byte[] bytes = bytes();
    if (bytes.length > LARGEST_BODY) {
      throw new Refusal(
          Problem.Kind.TOO_LARGE,
          "the body has %d bytes; at most %d are read".formatted(bytes.length, LARGEST_BODY));
    }
    try {
      JsonNode json = JSON.readTree(bytes);
      return json == null || json.isMissingNode() ? JSON.nullNode() : json;
    } catch (JsonProcessingException e) {
      throw new InvalidRequest("", "malformed JSON: " + e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw new InvalidRequest("", "the body is not UTF-8");
    }
  }

  private byte[] bytes() {
    String body = event.body();
    if (body == null) {
      return new byte[0];
    }
    return event.isBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private Optional<String> header(String name) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(or(event.headers()));
    return Optional.ofNullable(headers.get(name));
  }

  private static Map<String, String> or(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
