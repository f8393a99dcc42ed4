package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.SomeChange;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims on a database that is exposed at 3306 and 3307 with enforcement on. */
class ClaimOnboardingTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String ROOT = "arn:aws:iam::222222222222:root";
  private static final String ROLE = "arn:aws:iam::222222222222:role/etl";
  private static final OnboardingKey KEY = new OnboardingKey(DATABASE, ROOT);
  private static final SettingsChange OFF = SettingsChange.ofListeners(null, null, Enforcement.OFF);
  private static final SettingsChange OTHER_PORT = SettingsChange.ofListeners(5306, null, null);
  private static final SettingsChange AS_IT_IS =
      SomeChange.ofListeners(3306, 3307, Enforcement.ON)
          .manages(true)
          .acceptsHostBlockRisk(false)
          .acceptsKeepsAwake(false)
          .subnets()
          .said();

  private final TestWorld world = new TestWorld();
  private final ClaimOnboarding claim = new ClaimOnboarding(world.environment);
  private final Claims claims = Stores.claims(world.environment);

  @BeforeEach
  void expose() {
    Stores.exposures(world.environment)
        .put(
            Exposure.first(DATABASE)
                .with(
                    ExposureSettings.defaults()
                        .with(SettingsChange.ofListeners(3306, 3307, Enforcement.ON))
                        .numbered(1, null)));
  }

  @Test
  void the_first_claim_is_taken_and_a_repeated_call_finds_it() {
    ClaimOutcome first = claim(ROOT, SettingsChange.NONE, "a", run(1));
    assertThat(first.outcome()).isEqualTo("CLAIMED");
    assertThat(claim(ROOT, SettingsChange.NONE, "a", run(1))).isEqualTo(first);
  }

  @Test
  void the_same_request_joins_the_run_and_a_changed_one_is_refused() {
    world.runs.runs(run(1));
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    ClaimOutcome second = claim(ROOT, SettingsChange.NONE, "a", run(2));
    assertThat(second.outcome()).isEqualTo("RUNNING");
    assertThat(second.executionArn()).isEqualTo(run(1));
    assertThatThrownBy(() -> claim(ROOT, SettingsChange.NONE, "b", run(3)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining(run(1));
  }

  @Test
  void a_redriven_run_goes_on_with_its_own_attempt_and_with_no_other() {
    ClaimOutcome first = claim(ROOT, SettingsChange.NONE, "a", run(1));
    world.runs.stopped(run(1));
    assertThat(redriven(1, run(1))).isEqualTo(first);
    assertThat(claim(ROOT, SettingsChange.NONE, "a", run(2)).attempt()).isEqualTo(2);
    world.runs.stopped(run(2));

    assertAnew(run(1));

    Claim second = claims.find(KEY).orElseThrow();
    claims.replace(
        second, second.leaving(run(2), "end", world.environment.clock().instant()).left());
    String before = world.contents();
    assertAnew(run(1));
    assertThat(world.contents()).isEqualTo(before);
  }

  @Test
  void a_redriven_run_whose_claim_is_forgotten_claims_nothing() {
    String before = world.contents();
    assertAnew(run(1));
    assertThat(world.contents()).isEqualTo(before);
  }

  private void assertAnew(String execution) {
    assertThatThrownBy(() -> redriven(1, execution))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("ask anew");
  }

  @Test
  void the_claim_of_an_ended_execution_is_void() {
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    world.runs.stopped(run(1));
    ClaimOutcome second = claim(ROOT, SettingsChange.NONE, "b", run(2));
    assertThat(second.outcome()).isEqualTo("CLAIMED");
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  void a_broken_off_run_leaves_the_path_to_the_next_attempt() {
    world.runs.runs(run(1));
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    world.runs.ended(
        run(1),
        "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}",
        BreakOff.ERROR,
        "throttled" + BreakOff.REMEDY);
    new RecordExecutionEnd(world.environment)
        .handle(
            new ExecutionEnded(
                world.environment.clock().instant(), new ExecutionEnded.Detail(run(1))));
    assertThat(claim(ROOT, SettingsChange.NONE, "b", run(2)).attempt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {ROOT, ROLE})
  void a_request_that_is_refused_leaves_the_claim_exactly_as_it_was(String principal) {
    claim(principal, SettingsChange.NONE, "a", run(1));
    String before = world.contents();
    assertRefused(principal, OFF, "enforcement: off", "has on");
    assertRefused(principal, OTHER_PORT, "readerPort: 5306", "has 3306");
    assertThat(world.contents()).isEqualTo(before);
    assertThat(claim("arn:aws:iam::333333333333:root", AS_IT_IS, "c", run(3)).attempt())
        .isEqualTo(1);
  }

  @Test
  void a_first_request_that_is_refused_leaves_nothing() {
    String before = world.contents();
    assertRefused(ROOT, OFF, "PUT /databases/orders", "a run of onboard-consumer without");
    assertThat(world.contents()).isEqualTo(before);
  }

  @Test
  void a_request_that_is_refused_after_its_claim_gives_it_back_as_it_was() {
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    Claim before = onboarded();
    assertThat(claim(ROOT, SettingsChange.NONE, "b", run(2)).attempt()).isEqualTo(2);

    refuse(run(2));

    Claim after = claims.find(KEY).orElseThrow();
    assertThat(after).usingRecursiveComparison().ignoringFields("attempt").isEqualTo(before);
    // Its number is not given again: Step Functions keeps the name of a run for 90 days.
    assertThat(claim(ROOT, SettingsChange.NONE, "c", run(3)).attempt()).isEqualTo(3);
  }

  @Test
  void a_first_request_that_is_refused_after_its_claim_says_why() {
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    refuse(run(1));
    Claim after = claims.find(KEY).orElseThrow();
    assertThat(after.state()).isEqualTo(ClaimState.FAILED);
    assertThat(after.failure()).contains("no room");
  }

  @Test
  void a_refusal_leaves_a_claim_alone_that_is_anothers_by_now() {
    claim(ROOT, SettingsChange.NONE, "a", run(1));
    world.runs.stopped(run(1));
    claim(ROOT, SettingsChange.NONE, "b", run(2));
    world.runs.stopped(run(2));
    claim(ROOT, SettingsChange.NONE, "c", run(3));
    String before = world.contents();
    refuse(run(2));
    assertThat(world.contents()).isEqualTo(before);
  }

  @Test
  void a_claim_on_a_held_exposure_is_refused_and_leaves_nothing() {
    var exposures = Stores.exposures(world.environment);
    Exposure exposure = exposures.find(DATABASE).orElseThrow();
    exposures.put(exposure.with(exposure.settings().held("we look into it")));
    String before = world.contents();
    assertThatThrownBy(() -> claim(ROOT, SettingsChange.NONE, "a", run(1)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("on hold")
        .hasMessageNotContaining("we look into it"); // which is for operators
    assertThat(world.contents()).isEqualTo(before);
  }

  private Claim onboarded() {
    claims.accepting(KEY, run(1), new Claim.Accepted("vpce-svc-1", "vpce-1"));
    claims.end(KEY, run(1), ClaimState.ONBOARDED, "{}", world.environment.clock().instant());
    return claims.find(KEY).orElseThrow();
  }

  private void refuse(String run) {
    claims.refused(
        KEY, run, ClaimState.FAILED, "no room for it", world.environment.clock().instant());
  }

  private void assertRefused(String principal, SettingsChange stated, String... words) {
    assertThatThrownBy(() -> claim(principal, stated, "b", run(2)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContainingAll(words);
  }

  private ClaimOutcome claim(
      String principal, SettingsChange stated, String digest, String execution) {
    return claim(principal, stated, digest, 0, execution);
  }

  private ClaimOutcome redriven(int attempt, String execution) {
    return claim(ROOT, SettingsChange.NONE, "a", attempt, execution);
  }

  private ClaimOutcome claim(
      String principal, SettingsChange stated, String digest, int attempt, String execution) {
    OnboardingKey key = new OnboardingKey(DATABASE, principal);
    OnboardRequest request =
        new OnboardRequest(
            "orders",
            key.consumerAccountId(),
            role(principal),
            List.of("10.2.0.0/16"),
            null,
            "",
            "",
            stated);
    return claim.handle(new ClaimOnboarding.Input(key, request, digest, attempt, execution));
  }

  private static @Nullable String role(String principal) {
    return principal.equals(ROLE) ? principal : null;
  }

  private static String run(int number) {
    return "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:run-" + number;
  }
}
