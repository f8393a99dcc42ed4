package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A ciphertext blob: the key's ARN, a nonce, and AES-GCM over the plaintext with the encryption
 * context as authenticated data, so that a wrong context does not decrypt.
 */
final class Envelope {
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String keyArn;
  private final byte[] nonce;
  private final byte[] sealed;

  private Envelope(String keyArn, byte[] nonce, byte[] sealed) {
    this.keyArn = keyArn;
    this.nonce = nonce;
    this.sealed = sealed;
  }

  static Envelope seal(Key key, byte[] nonce, Map<String, String> context, byte[] plaintext) {
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plaintext);
      return new Envelope(key.arn(), nonce, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing from this JDK", e);
    }
  }

  /**
   * The plaintext.
   *
   * @throws ServiceError InvalidCiphertextException for a wrong context or a changed blob
   */
  byte[] open(Key key, Map<String, String> context) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  /** The key that sealed it. */
  String keyArn() {
    return keyArn;
  }

  byte[] bytes() {
    byte[] arn = keyArn.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + arn.length + nonce.length + sealed.length)
        .putShort((short) arn.length)
        .put(arn)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Reads a blob.
   *
   * @throws ServiceError InvalidCiphertextException if it is none of this world
   */
  static Envelope parse(byte[] blob) {
    try {
      ByteBuffer in = ByteBuffer.wrap(blob);
      byte[] arn = new byte[in.getShort()];
      in.get(arn);
      byte[] nonce = new byte[NONCE_BYTES];
      in.get(nonce);
      byte[] sealed = new byte[in.remaining()];
      in.get(sealed);
      return new Envelope(new String(arn, StandardCharsets.UTF_8), nonce, sealed);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw invalid();
    }
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.material(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static ServiceError invalid() {
    return ServiceError.client("InvalidCiphertextException", "The ciphertext is invalid");
  }
}
