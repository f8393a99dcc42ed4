package dev.drawbridge.aws.kms;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SealedToken;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Seals task tokens under our key. The encryption context ties each to its path, so that a token
 * that was copied to another item cannot be opened there.
 */
public final class TokenVault {
  private final KmsClient client;
  private final String keyArn;

  public TokenVault(Clients clients, String keyArn) {
    this.client = clients.kms();
    this.keyArn = keyArn;
  }

  public SealedToken seal(OnboardingKey key, String token) {
    return SealedToken.of(
        client
            .encrypt(
                r ->
                    r.keyId(keyArn)
                        .plaintext(SdkBytes.fromUtf8String(token))
                        .encryptionContext(context(key)))
            .ciphertextBlob()
            .asByteArray());
  }

  public String open(OnboardingKey key, SealedToken token) {
    return client
        .decrypt(
            r ->
                r.keyId(keyArn)
                    .ciphertextBlob(SdkBytes.fromByteArray(token.cipherText()))
                    .encryptionContext(context(key)))
        .plaintext()
        .asUtf8String();
  }

  private static Map<String, String> context(OnboardingKey key) {
    return Map.of(
        "drawbridge:database", key.databaseArn(),
        "drawbridge:consumer", key.principal());
  }
}
