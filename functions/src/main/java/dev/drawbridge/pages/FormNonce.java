package dev.drawbridge.pages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form has to bring back: good for one session, one purpose and one use. It says nothing of
 * the session's secret, so that a form that somebody has seen is no session.
 *
 * @param session the session's secret
 */
record FormNonce(String session) {
  private static final int RANDOM_BYTES = 16;

  /**
   * A new one.
   *
   * @param purpose what the form does, to what
   */
  String issue(String purpose, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String once = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return once + "." + seal(purpose, once);
  }

  /** Whether {@code nonce} was issued here for that. */
  boolean admits(String purpose, String nonce) {
    int dot = nonce.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            bytes(seal(purpose, nonce.substring(0, dot))), bytes(nonce.substring(dot + 1)));
  }

  private String seal(String purpose, String once) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(session), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(bytes("form\n" + purpose + "\n" + once)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
