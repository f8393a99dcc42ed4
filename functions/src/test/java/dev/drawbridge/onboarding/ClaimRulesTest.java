package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.onboarding.ClaimRules.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimRulesTest {
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");

  @Test
  void the_same_execution_takes_its_claim_up_again() {
    Claim held = claim(3, "digest", "mine", ClaimState.FAILED);
    assertThat(decide(claim(1, "digest", "mine", ClaimState.RUNNING), held, true, false))
        .isEqualTo(new Decision.Take(claim(3, "digest", "mine", ClaimState.RUNNING)));
  }

  @Test
  void the_same_request_joins_the_run_that_is_under_way() {
    Claim held = claim(1, "digest", "theirs", ClaimState.RUNNING);
    assertThat(decide(wanted("digest"), held, true, false)).isEqualTo(new Decision.JoinRun(held));
  }

  @Test
  void a_changed_request_is_refused_while_another_runs() {
    Claim held = claim(1, "digest", "theirs", ClaimState.RUNNING);
    assertThatThrownBy(() -> decide(wanted("other"), held, true, false))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("theirs")
        .hasMessageContaining("222222222222");
  }

  @Test
  void a_claim_whose_execution_has_ended_is_void() {
    Claim held = claim(4, "digest", "theirs", ClaimState.RUNNING);
    assertThat(decide(wanted("other"), held, false, false))
        .isInstanceOfSatisfying(
            Decision.Take.class, take -> assertThat(take.claim().attempt()).isEqualTo(5));
  }

  @Test
  void the_same_request_after_success_changes_nothing() {
    Claim held = claim(1, "digest", "theirs", ClaimState.ONBOARDED);
    assertThat(decide(wanted("digest"), held, false, false)).isEqualTo(new Decision.Done(held));
  }

  @Test
  void an_onboarded_path_that_is_not_sound_is_the_next_attempt() {
    Claim held = claim(1, "digest", "theirs", ClaimState.ONBOARDED);
    assertThat(decide(wanted("digest"), held, false, true))
        .isInstanceOfSatisfying(
            Decision.Take.class, take -> assertThat(take.claim().attempt()).isEqualTo(2));
  }

  @ParameterizedTest
  @EnumSource(
      value = ClaimState.class,
      names = {"RUNNING", "ONBOARDED", "LEAVING"},
      mode = EnumSource.Mode.EXCLUDE)
  void any_other_end_lets_the_next_attempt_start(ClaimState state) {
    assertThat(decide(wanted("digest"), claim(2, "digest", "theirs", state), false, false))
        .isInstanceOfSatisfying(
            Decision.Take.class,
            take -> {
              assertThat(take.claim().attempt()).isEqualTo(3);
              assertThat(take.claim().state()).isEqualTo(ClaimState.RUNNING);
              assertThat(take.claim().executionArn()).isEqualTo("mine");
            });
  }

  @Test
  void an_end_that_was_ordered_is_carried_out_before_anybody_builds_again() {
    Claim held =
        claim(2, "digest", "theirs", ClaimState.RUNNING)
            .leaving("theirs", "leaving", Instant.parse("2026-01-05T09:00:00Z"));
    assertThat(decide(wanted("digest"), held, false, false)).isEqualTo(new Decision.EndFirst(held));
    assertThat(decide(claim(1, "digest", "theirs", ClaimState.RUNNING), held, false, false))
        .as("redriven")
        .isEqualTo(new Decision.EndFirst(held));
    assertThatThrownBy(() -> decide(wanted("digest"), held, true, false))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is leaving");
  }

  @Test
  void what_an_earlier_attempt_accepted_stays_known() {
    Claim.Accepted accepted = new Claim.Accepted("vpce-svc-1", "vpce-1");
    Claim held = with(claim(1, "digest", "theirs", ClaimState.DENIED), accepted);
    assertThat(decide(wanted("digest"), held, false, false))
        .isInstanceOfSatisfying(
            Decision.Take.class, take -> assertThat(take.claim().accepted()).isEqualTo(accepted));
  }

  private static Decision decide(Claim wanted, Claim held, boolean runs, boolean faulty) {
    return ClaimRules.decide(
        wanted,
        held,
        new ClaimRules.Truth() {
          @Override
          public boolean executionRuns(String executionArn, @Nullable Instant since) {
            return runs;
          }

          @Override
          public boolean sound(Claim onboarded) {
            return !faulty;
          }
        });
  }

  private static Claim wanted(String digest) {
    return claim(1, digest, "mine", ClaimState.RUNNING);
  }

  private static Claim claim(int attempt, String digest, String execution, ClaimState state) {
    return new Claim(
        KEY,
        attempt,
        digest,
        execution,
        state,
        Enforcement.OFF,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Claim with(Claim claim, Claim.Accepted accepted) {
    return new Claim(
        claim.key(),
        claim.attempt(),
        claim.requestDigest(),
        claim.executionArn(),
        claim.state(),
        claim.enforcement(),
        null,
        null,
        accepted,
        null,
        null,
        null,
        null,
        null);
  }
}
