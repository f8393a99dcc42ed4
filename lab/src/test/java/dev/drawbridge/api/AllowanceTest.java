package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account that asks without end is stopped, and no other is. */
class AllowanceTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String ACCOUNT = "222222222222";

  private final TestWorld world = new TestWorld();
  private final Allowance allowance = new Allowance(world.environment);

  @Test
  void a_path_is_begun_anew_ten_times_a_day() {
    for (int i = 1; i <= Allowance.OF_A_PATH; i++) {
      allowance.take(ACCOUNT, attempt("a", i));
    }
    refused(
        () -> allowance.take(ACCOUNT, attempt("a", 11)), "onboarding a was begun anew 10 times");
    assertThatCode(() -> allowance.take(ACCOUNT, attempt("b", 1))).doesNotThrowAnyException();
    assertThatCode(() -> allowance.take("333333333333", attempt("a", 11)))
        .doesNotThrowAnyException();
    world.time.pause(Duration.ofHours(12));
    assertThatCode(() -> allowance.take(ACCOUNT, attempt("a", 11))).doesNotThrowAnyException();
  }

  @Test
  void an_account_asks_a_hundred_times_a_day() {
    for (int i = 0; i < Allowance.OF_AN_ACCOUNT; i++) {
      allowance.take(ACCOUNT, attempt("path" + i, 1));
    }
    refused(() -> allowance.take(ACCOUNT, attempt("one more", 1)), "has asked 100 times today");
  }

  @Test
  void the_same_attempt_counts_once_however_many_ask_for_it() {
    for (int i = 0; i < 3 * Allowance.OF_AN_ACCOUNT; i++) {
      allowance.take(ACCOUNT, attempt("a", 1));
    }
    assertThatCode(() -> allowance.take(ACCOUNT, attempt("a", 2))).doesNotThrowAnyException();
  }

  @Test
  void keys_and_claims_of_endpoints_have_an_allowance_of_their_own() {
    for (int i = 0; i < Allowance.KEYS; i++) {
      allowance.takeKey(ACCOUNT, Digest.of("key", String.valueOf(i)));
      allowance.takeKey(ACCOUNT, Digest.of("key", "0"));
    }
    refused(() -> allowance.takeKey(ACCOUNT, Digest.of("one more")), "has sent 200 idempotency");
    for (int i = 0; i < Allowance.ENDPOINTS; i++) {
      allowance.takeEndpoint(ACCOUNT, "vpce-0");
    }
    refused(() -> allowance.takeEndpoint(ACCOUNT, "vpce-0"), "has claimed 200 endpoints today");
    assertThatCode(() -> allowance.take(ACCOUNT, attempt("a", 1))).doesNotThrowAnyException();
  }

  private static void refused(Runnable ask, String words) {
    assertThatThrownBy(ask::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
  }

  private Onboarding attempt(String id, int number) {
    return new Onboarding(
        id,
        1,
        new OnboardingKey(DATABASE, "arn:aws:iam::" + ACCOUNT + ":role/etl"),
        number,
        "api-" + id,
        "digest",
        "{}",
        List.of(Identity.UNKNOWN),
        true,
        world.time.now(),
        null,
        List.of(),
        List.of());
  }
}
