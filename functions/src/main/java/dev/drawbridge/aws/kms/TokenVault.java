package dev.drawbridge.aws.kms;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.TokenUse;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Seals task tokens under our key. The encryption context ties each to its path, its execution and
 * what is waited for, so that a token that was copied to another item cannot be opened there.
 */
public final class TokenVault {
  private final KmsClient client;
  private final String keyArn;

  public TokenVault(Clients clients, String keyArn) {
    this.client = clients.kms();
    this.keyArn = keyArn;
  }

  public SealedToken seal(TokenUse use, String token) {
    return SealedToken.of(
        client
            .encrypt(
                r ->
                    r.keyId(keyArn)
                        .plaintext(SdkBytes.fromUtf8String(token))
                        .encryptionContext(context(use)))
            .ciphertextBlob()
            .asByteArray());
  }

  public String open(TokenUse use, SealedToken token) {
    return client
        .decrypt(
            r ->
                r.keyId(keyArn)
                    .ciphertextBlob(SdkBytes.fromByteArray(token.cipherText()))
                    .encryptionContext(context(use)))
        .plaintext()
        .asUtf8String();
  }

  private static Map<String, String> context(TokenUse use) {
    return Map.of(
        "drawbridge:database", use.key().databaseArn(),
        "drawbridge:consumer", use.key().principal(),
        "drawbridge:execution", use.executionArn(),
        "drawbridge:purpose", use.purpose().name());
  }
}
