package dev.drawbridge.simulator.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import dev.drawbridge.simulator.operation.Registry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

class KmsServiceTest {
  private static final Map<String, String> CONTEXT = Map.of("onboarding", "orders/222222222222");
  private static final SdkBytes TOKEN = SdkBytes.fromUtf8String("a task token");

  private final VirtualScheduler world = new VirtualScheduler(Instant.EPOCH, 1);
  private final Registry registry = new Registry(List.of(new KmsService(world).service()));
  private final KmsClient kms =
      KmsClient.builder()
          .httpClient(
              new InMemoryHttpClient(
                  new Door(world, registry, new CallLog(), new Faults(), Duration.ZERO)))
          .endpointOverride(URI.create("http://127.0.0.1"))
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "x")))
          .build();
  private final String key = kms.createKey().keyMetadata().arn();

  @Test
  void what_was_encrypted_is_hidden_and_comes_back_under_the_same_context() {
    SdkBytes sealed = seal();
    assertThat(new String(sealed.asByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("a task token");
    assertThat(kms.decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(CONTEXT)).plaintext())
        .isEqualTo(TOKEN);
  }

  @Test
  void another_context_does_not_decrypt() {
    SdkBytes sealed = seal();
    assertThatThrownBy(
            () -> kms.decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(Map.of("a", "b"))))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void a_key_that_does_not_exist_is_not_found() {
    assertThatThrownBy(
            () ->
                kms.encrypt(r -> r.keyId("00000000-0000-4000-8000-000000000000").plaintext(TOKEN)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("key/00000000-0000-4000-8000-000000000000");
  }

  private SdkBytes seal() {
    return kms.encrypt(r -> r.keyId(key).plaintext(TOKEN).encryptionContext(CONTEXT))
        .ciphertextBlob();
  }
}
