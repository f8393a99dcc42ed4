package dev.drawbridge.pages;

import dev.drawbridge.plan.Digest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Random texts that only one browser is given; the table knows their digests. */
record Secrets(RandomGenerator random) {
  /** Their form: 256 bits. */
  static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final int BYTES = 32;

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the table knows a secret by. */
  static String digest(String purpose, String secret) {
    return Digest.of(purpose, secret);
  }
}
