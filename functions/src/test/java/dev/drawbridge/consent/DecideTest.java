package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideTest {
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");

  private final TestWorld world = new TestWorld();
  private final Decide decide = new Decide(world.environment);

  @BeforeEach
  void ask() {
    Stores.approvals(world.environment)
        .putNew(
            new Approval(
                "id",
                KEY,
                "vpce-svc-1",
                "vpce-1",
                "digest",
                "run",
                "alice",
                List.of(),
                world.time.now().plus(Duration.ofDays(7)),
                ApprovalStatus.PENDING,
                null));
    await("first-token");
  }

  @Test
  void the_answer_reaches_the_run_and_the_token_is_never_stored_in_the_clear() {
    assertThat(world.contents()).contains("approval#id").doesNotContain("first-token");
    assertThat(decide.handle(yes("bob")).delivered()).isTrue();
    assertThat(world.runs.answers.get("first-token"))
        .contains("\"decision\":\"APPROVED\"", "\"decidedBy\":\"bob\"");
  }

  @Test
  void the_requester_may_not_answer() {
    assertThatThrownBy(() -> decide.handle(yes("alice")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("alice");
    assertThat(world.runs.answers).isEmpty();
  }

  @Test
  void the_first_answer_wins_and_the_loser_sees_whose_it_was() {
    decide.handle(new Decide.Input("id", false, "bob", "not today"));
    assertThatThrownBy(() -> decide.handle(yes("carol")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("DENIED by bob at 2026-11-22T12:00:00Z");
    assertThat(world.runs.answers.get("first-token")).contains("DENIED", "not today");
  }

  @Test
  void the_same_answer_again_changes_nothing() {
    decide.handle(yes("bob"));
    assertThat(decide.handle(yes("bob")).delivered()).isFalse();
  }

  @Test
  void an_answer_after_the_deadline_is_refused() {
    world.time.pause(Duration.ofDays(8));
    assertThatThrownBy(() -> decide.handle(yes("bob")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("expired");
    assertThat(world.runs.answers).isEmpty();
  }

  @Test
  void the_answer_goes_to_the_token_of_the_latest_retry() {
    await("second-token");
    decide.handle(yes("bob"));
    assertThat(world.runs.answers).containsOnlyKeys("second-token");
  }

  @Test
  void an_unknown_question_is_named() {
    assertThatThrownBy(() -> decide.handle(new Decide.Input("none", true, "bob", "")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("none");
  }

  private static Decide.Input yes(String person) {
    return new Decide.Input("id", true, person, "fine");
  }

  private void await(String token) {
    Stores.waits(world.environment)
        .put(
            new Wait(
                KEY,
                "run",
                "vpce-svc-1",
                null,
                new Wait.Question("id", "vpce-1", "digest"),
                Stores.vault(world.environment).seal(KEY, world.runs.opens(token)),
                world.time.now().plus(Duration.ofDays(8))));
  }
}
