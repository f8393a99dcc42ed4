package dev.drawbridge.simulator.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Text that looks like AWS's ids and secrets, the same for the same seed: no secret at all. */
final class ScratchText {
  private ScratchText() {}

  /** Upper-case letters and digits. */
  static String upper(String seed, int length) {
    return mixed(seed, length).toUpperCase(Locale.ROOT);
  }

  /** Hexadecimal digits. */
  static String mixed(String seed, int length) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
