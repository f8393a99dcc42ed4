package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Stores;
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
  void an_account_has_twenty_paths_to_a_database_and_those_that_it_left_do_not_count() {
    for (int i = 0; i < Allowance.PATHS; i++) {
      Stores.claims(world.environment).putFirst(claim(role("made-up-" + i)));
    }
    refused(() -> allowance.requireRoom(role("one-more")), "DELETE those that it does not need");
    assertThatCode(() -> allowance.requireRoom(role("made-up-3"))).doesNotThrowAnyException();
    assertThatCode(
            () ->
                allowance.requireRoom(
                    new OnboardingKey(DATABASE, "arn:aws:iam::333333333333:root")))
        .doesNotThrowAnyException();
    Claim leaving = claim(role("made-up-0")).leaving("run", "leaving", world.time.now());
    Stores.claims(world.environment).replace(claim(role("made-up-0")), leaving);
    refused(() -> allowance.requireRoom(role("one-more")), "which is the most");
    Stores.claims(world.environment).left(leaving, world.time.now());
    assertThatCode(() -> allowance.requireRoom(role("one-more"))).doesNotThrowAnyException();
  }

  private static void refused(Runnable ask, String words) {
    assertThatThrownBy(ask::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
  }

  private static OnboardingKey role(String name) {
    return new OnboardingKey(DATABASE, "arn:aws:iam::" + ACCOUNT + ":role/" + name);
  }

  private Claim claim(OnboardingKey key) {
    return Claim.first(key, "digest", "run", ExposureSettings.defaults(), world.time.now());
  }

  private Onboarding attempt(String id, int number) {
    return new Onboarding(
        id,
        1,
        role("etl"),
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
