package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code States.Base64Encode}, {@code States.Base64Decode} and {@code States.Hash}. */
final class EncodingFunctions {
  /** The longest input of these functions (Developer Guide, Intrinsic functions). */
  private static final int LONGEST = 10_000;

  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  static final Map<String, IntrinsicFunction> ALL =
      Map.of(
          "States.Base64Encode", (arguments, random) -> encode(arguments),
          "States.Base64Decode", (arguments, random) -> decode(arguments),
          "States.Hash", (arguments, random) -> hash(arguments));

  private EncodingFunctions() {}

  private static JsonNode encode(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes(text(arguments))));
  }

  private static JsonNode decode(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    byte[] decoded = Base64.getDecoder().decode(text(arguments));
    return TextNode.valueOf(new String(decoded, StandardCharsets.UTF_8));
  }

  private static JsonNode hash(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    String algorithm = Arguments.string(arguments, 1);
    if (!ALGORITHMS.contains(algorithm)) {
      throw new IllegalArgumentException("Unknown hash algorithm " + algorithm);
    }
    String data =
        arguments.getFirst().isTextual() ? text(arguments) : arguments.getFirst().toString();
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes(data));
      return TextNode.valueOf(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(List<JsonNode> arguments) {
    String text = Arguments.string(arguments, 0);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The input is longer than %d characters".formatted(LONGEST));
    }
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
