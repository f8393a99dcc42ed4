package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.TokenUse;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import org.junit.jupiter.api.Test;

class TokenVaultTest {
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");
  private static final TokenUse USE = new TokenUse(KEY, "run-1", TokenUse.Purpose.DECISION);

  private final TokenVault vault = Stores.vault(new TestWorld().environment);

  @Test
  void a_token_opens_only_for_the_run_and_the_wait_that_it_was_sealed_for() {
    SealedToken sealed = vault.seal(USE, "token");

    assertThat(vault.open(USE, sealed)).isEqualTo("token");
    assertRefused(new TokenUse(KEY, "run-2", TokenUse.Purpose.DECISION), sealed);
    assertRefused(new TokenUse(KEY, "run-1", TokenUse.Purpose.CONSUMER), sealed);
  }

  private void assertRefused(TokenUse use, SealedToken sealed) {
    assertThatThrownBy(() -> vault.open(use, sealed)).hasStackTraceContaining("InvalidCiphertext");
  }
}
