package dev.drawbridge.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.identity.Caller;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

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
    String value = event.path(name).orElse("");
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
    Optional<String> value = event.query(name);
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
    Optional<String> value = event.header(name);
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
    String type = event.header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.startsWith("application/json;")) {
      throw new Refusal(
          Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: %s is refused; send application/json".formatted(type));
    }
    byte[] bytes = event.bytes();
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
}
