package dev.drawbridge.pages;

import java.time.Duration;

/**
 * Cookies that no script reads, that travel over TLS only, and that no form of another site sends
 * along. Not {@code Strict}: people come here from their mail and from the issuer.
 */
final class Cookies {
  private Cookies() {}

  static String set(String name, String value, Duration lasts) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; Secure; SameSite=Lax"
        .formatted(name, value, lasts.toSeconds());
  }

  static String forget(String name) {
    return set(name, "", Duration.ZERO);
  }
}
