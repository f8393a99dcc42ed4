package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final RunState ABSENT = new RunState(RunState.Status.ABSENT, null);

  @Test
  void a_run_that_is_about_to_start_is_not_displaced_by_another_wish() {
    Onboarding held = asked("a", NOW.minus(Duration.ofMinutes(1)));
    assertThatThrownBy(() -> RequestRules.next(asked("b", NOW), held, ABSENT, Optional::empty))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void a_run_that_step_functions_has_forgotten_has_ended() {
    Onboarding held = asked("a", NOW.minus(Duration.ofDays(91)));
    for (String digest : List.of("a", "b")) {
      Onboarding next = RequestRules.next(asked(digest, NOW), held, ABSENT, Optional::empty);
      assertThat(next.attempt()).isEqualTo(2);
      assertThat(next.requestDigest()).isEqualTo(digest);
    }
  }

  private static Onboarding asked(String digest, Instant at) {
    return new Onboarding(
        "id",
        1,
        new OnboardingKey(
            "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
            "arn:aws:iam::222222222222:root"),
        1,
        "api-id-" + digest,
        digest,
        "{}",
        List.of(Identity.UNKNOWN),
        true,
        at,
        null,
        List.of(Identity.UNKNOWN),
        List.of());
  }
}
