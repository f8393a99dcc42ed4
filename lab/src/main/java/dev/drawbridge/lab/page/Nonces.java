package dev.drawbridge.lab.page;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;

/** What a form has to bring back, each once: no other page on this machine knows one. */
final class Nonces {
  private static final int BYTES = 18;
  private static final int MOST = 200;

  private final SecureRandom random = new SecureRandom();
  private final LinkedHashSet<String> issued = new LinkedHashSet<>();

  synchronized String issue() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    issued.add(nonce);
    if (issued.size() > MOST) {
      issued.removeFirst();
    }
    return nonce;
  }

  /** Whether it was issued here and has not been taken yet. */
  synchronized boolean take(String nonce) {
    return issued.remove(nonce);
  }
}
