package dev.drawbridge.model;

import java.util.Base64;

/**
 * A task token, encrypted. Whoever holds a token can answer for a person, so it is never kept,
 * logged or sent in the clear.
 *
 * @param base64 the cipher text
 */
public record SealedToken(String base64) {
  public static SealedToken of(byte[] cipherText) {
    return new SealedToken(Base64.getEncoder().encodeToString(cipherText));
  }

  public byte[] cipherText() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "SealedToken[...]";
  }
}
