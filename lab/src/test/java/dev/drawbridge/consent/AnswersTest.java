package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.TokenUse;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");
  private static final String ID = OnboardingId.of(KEY);
  private static final String RUN =
      "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:api-"
          + ID
          + "-0011223344556677";
  private static final Identity ALICE = person("alice");
  private static final Identity BOB = person("bob");
  private static final Identity CAROL = person("carol");

  private final TestWorld world = new TestWorld();
  private final Answers answers = new Answers(world.environment);

  @Test
  void the_answer_reaches_the_run_and_the_token_is_never_stored_in_the_clear() {
    ask(1, ALICE);
    assertThat(world.contents()).contains("approval#id").doesNotContain("first-token");
    assertThat(recorded(yes(BOB)).delivered()).isTrue();
    assertThat(world.runs.answers.get("first-token"))
        .contains("\"decision\":\"APPROVED\"", "\"decidedBy\":\"bob@example.com");
  }

  @Test
  void the_requester_may_not_answer() {
    ask(1, ALICE);
    assertThat(answer(yes(ALICE))).isInstanceOf(Answers.Outcome.Refused.class);
    assertThat(answer(no(ALICE))).isInstanceOf(Answers.Outcome.Refused.class);
    assertThat(world.runs.answers).isEmpty();
  }

  @Test
  void whoever_joins_the_request_after_the_question_was_put_may_not_answer_either() {
    ask(1, ALICE);
    Stores.onboardings(world.environment).putFirst(requestedBy("digest", ALICE, BOB));
    assertThat(answer(yes(BOB))).isInstanceOf(Answers.Outcome.Refused.class);
    assertThat(recorded(yes(CAROL)).delivered()).isTrue();
  }

  @Test
  void a_record_of_another_request_under_the_same_name_says_nothing() {
    ask(1, ALICE);
    Stores.onboardings(world.environment).putFirst(requestedBy("other", ALICE, BOB));
    assertThat(recorded(yes(BOB)).delivered()).isTrue();
  }

  @Test
  void a_quorum_of_two_takes_two_people() {
    ask(2, ALICE);
    assertThat(recorded(yes(BOB)).approval().status()).isEqualTo(ApprovalStatus.PENDING);
    assertThat(recorded(yes(BOB)).approval().votes()).hasSize(1);
    assertThat(world.runs.answers).isEmpty();
    assertThat(recorded(yes(CAROL)).approval().status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(world.runs.answers.get("first-token"))
        .contains("bob@example.com", "carol@example.com");
  }

  @Test
  void an_unknown_requester_costs_one_more_yes() {
    ask(1, Identity.UNKNOWN);
    assertThat(recorded(yes(BOB)).approval().status()).isEqualTo(ApprovalStatus.PENDING);
    assertThat(recorded(yes(CAROL)).approval().status()).isEqualTo(ApprovalStatus.APPROVED);
  }

  @Test
  void a_yes_that_is_certain_to_be_needed_is_counted_before_anybody_has_answered() {
    ask(1, Identity.UNKNOWN);
    assertThat(lacks(Identity.UNKNOWN)).isEqualTo(2);
    assertThat(recorded(yes(BOB)).approval().status()).isEqualTo(ApprovalStatus.PENDING);
    assertThat(lacks(Identity.UNKNOWN)).isEqualTo(1);
    assertThat(ApprovalRules.needed(question(), List.of(Identity.UNKNOWN))).isEqualTo(2);
  }

  @Test
  void nobody_is_doubted_of_whom_an_issuer_tells_who_asked() {
    ask(1, ALICE);
    assertThat(lacks(ALICE)).isEqualTo(1);
    assertThat(ApprovalRules.needed(question(), List.of(ALICE))).isEqualTo(1);
    recorded(yes(BOB));
    assertThat(lacks(ALICE)).isZero();
    assertThat(ApprovalRules.needed(question(), List.of(ALICE))).isEqualTo(1);
  }

  private int lacks(Identity requester) {
    return ApprovalRules.lacks(question(), List.of(requester));
  }

  @Test
  void the_record_of_a_question_never_promises_fewer_yeses_than_it_may_take() {
    ask(1, Identity.UNKNOWN);
    assertThat(ApprovalRules.yesesNeeded(Stores.approvals(world.environment).find("id").get()))
        .startsWith("2 (one more than the quorum");
  }

  @Test
  void the_record_of_a_question_says_what_may_cost_one_more_yes() {
    ask(2, ALICE);
    assertThat(ApprovalRules.yesesNeeded(Stores.approvals(world.environment).find("id").get()))
        .startsWith("2, or 3 where");
  }

  @Test
  void one_no_is_enough_and_the_loser_sees_whose_it_was() {
    ask(2, ALICE);
    recorded(yes(BOB));
    recorded(new Approval.Vote(CAROL, false, world.time.now(), "not today", null));
    assertThatThrownBy(() -> answer(yes(person("dave"))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("denied by carol@example.com")
        .hasMessageContaining("at 2026-11-22T12:00:00Z");
    assertThat(world.runs.answers.get("first-token")).contains("DENIED", "not today");
  }

  @Test
  void a_yes_can_be_taken_back_while_the_question_is_open() {
    ask(2, ALICE);
    recorded(yes(BOB));
    assertThat(recorded(no(BOB)).approval().status()).isEqualTo(ApprovalStatus.DENIED);
  }

  @Test
  void the_same_answer_again_changes_nothing() {
    ask(1, ALICE);
    recorded(yes(BOB));
    assertThat(recorded(yes(BOB)).delivered()).isFalse();
  }

  @Test
  void an_answer_after_the_deadline_is_refused() {
    ask(1, ALICE);
    world.time.pause(Duration.ofDays(8));
    assertThatThrownBy(() -> answer(yes(BOB)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("expired");
    assertThat(world.runs.answers).isEmpty();
  }

  @Test
  void the_answer_goes_to_the_token_of_the_latest_retry() {
    ask(1, ALICE);
    await("second-token");
    recorded(yes(BOB));
    assertThat(world.runs.answers).containsOnlyKeys("second-token");
  }

  @Test
  void a_yes_of_somebody_who_is_no_approver_any_more_counts_no_more() {
    ask(2, ALICE);
    Answers before = new Answers(world.with(Settings.APPROVERS, "group:dba group:trainees"));
    before.answer(question(), yes(BOB, "group:trainees"));
    assertThat(question().votes()).hasSize(1);
    Answers since = new Answers(world.with(Settings.APPROVERS, "group:dba"));
    since.answer(question(), yes(CAROL, "group:dba"));
    assertThat(question().status()).isEqualTo(ApprovalStatus.PENDING);
    assertThat(question().votes()).singleElement().extracting(Approval.Vote::by).isEqualTo(CAROL);
    since.answer(question(), yes(person("dave"), "group:dba", "group:all"));
    assertThat(question().status()).isEqualTo(ApprovalStatus.APPROVED);
  }

  private Approval question() {
    return Stores.approvals(world.environment).find("id").orElseThrow();
  }

  private Approval.Vote yes(Identity who, String first, String... more) {
    return new Approval.Vote(who, true, world.time.now(), "fine", memberships(first, more));
  }

  private static List<String> memberships(String first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toList();
  }

  @Test
  void somebody_whom_nobody_vouches_for_may_not_answer() {
    ask(1, ALICE);
    assertThat(answer(yes(Identity.UNKNOWN))).isInstanceOf(Answers.Outcome.Refused.class);
  }

  private Answers.Outcome answer(Approval.Vote vote) {
    return answers.answer(Stores.approvals(world.environment).find("id").orElseThrow(), vote);
  }

  private Answers.Outcome.Recorded recorded(Approval.Vote vote) {
    return (Answers.Outcome.Recorded) answer(vote);
  }

  private Approval.Vote yes(Identity who) {
    return new Approval.Vote(who, true, world.time.now(), "fine", null);
  }

  private Approval.Vote no(Identity who) {
    return new Approval.Vote(who, false, world.time.now(), "", null);
  }

  private static Identity person(String name) {
    return Identity.ofOidc("https://login.example.com", name, name + "@example.com", true);
  }

  private Onboarding requestedBy(String digest, Identity... requesters) {
    return new Onboarding(
        ID,
        1,
        KEY,
        1,
        RUN.substring(RUN.lastIndexOf(':') + 1),
        digest,
        "{}",
        List.of(requesters),
        false,
        world.time.now(),
        null,
        List.of(requesters),
        List.of());
  }

  private void ask(int quorum, Identity requester) {
    Stores.approvals(world.environment)
        .putNew(
            new Approval(
                "id",
                1,
                KEY,
                "vpce-svc-1",
                "vpce-1",
                "subject",
                RUN,
                "digest",
                List.of(requester),
                false,
                false,
                List.of(),
                null,
                null,
                null,
                List.of(new Members(Set.of("group:dba"))),
                quorum,
                world.time.now().plus(Duration.ofDays(7)),
                ApprovalStatus.PENDING,
                List.of()));
    await("first-token");
  }

  private void await(String token) {
    Stores.waits(world.environment)
        .put(
            new Wait(
                KEY,
                RUN,
                "vpce-svc-1",
                "com.amazonaws.vpce.eu-central-1.vpce-svc-1",
                null,
                null,
                new Wait.Question("id", "vpce-1", "subject", false),
                Stores.vault(world.environment)
                    .seal(
                        new TokenUse(KEY, RUN, TokenUse.Purpose.DECISION), world.runs.opens(token)),
                world.time.now().plus(Duration.ofDays(8))));
  }
}
