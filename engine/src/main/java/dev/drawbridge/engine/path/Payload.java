package dev.drawbridge.engine.path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/**
 * A JSON value together with its text.
 *
 * <p>The text is kept because AWS records an execution's input as it was sent, spaces included, and
 * everything that it computed itself in compact form.
 */
public record Payload(JsonNode value, String text) {
  /** Trailing text is an error, so that {@code "1 2"} is not read as 1. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** A computed value, in compact form. */
  public static Payload of(JsonNode value) {
    return new Payload(value, value.toString());
  }

  /**
   * A value that came from outside as text.
   *
   * @throws JsonProcessingException when the text is not JSON
   */
  public static Payload parse(String text) throws JsonProcessingException {
    JsonNode value = MAPPER.readTree(text);
    if (value == null || value instanceof MissingNode) {
      throw new com.fasterxml.jackson.core.JsonParseException(null, "no content");
    }
    return new Payload(value, text);
  }

  /** The size that AWS's 256 KiB limit counts: bytes of UTF-8. */
  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
