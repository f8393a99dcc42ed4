package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.TestWorld;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimOnboardingTest {
  private final TestWorld world = new TestWorld();
  private final ClaimOnboarding claim = new ClaimOnboarding(world.environment);

  @Test
  void the_first_claim_is_taken_and_a_repeated_call_finds_it() {
    ClaimOutcome first = claim(request("222222222222", null), "a", run(1));
    assertThat(first.outcome()).isEqualTo("CLAIMED");
    assertThat(claim(request("222222222222", null), "a", run(1))).isEqualTo(first);
  }

  @Test
  void the_same_request_joins_the_run_and_a_changed_one_is_refused() {
    world.runs.runs(run(1));
    claim(request("222222222222", null), "a", run(1));
    ClaimOutcome second = claim(request("222222222222", null), "a", run(2));
    assertThat(second.outcome()).isEqualTo("RUNNING");
    assertThat(second.executionArn()).isEqualTo(run(1));
    assertThatThrownBy(() -> claim(request("222222222222", null), "b", run(3)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining(run(1));
  }

  @Test
  void the_claim_of_an_ended_execution_is_void() {
    claim(request("222222222222", null), "a", run(1));
    ClaimOutcome second = claim(request("222222222222", null), "b", run(2));
    assertThat(second.outcome()).isEqualTo("CLAIMED");
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  void a_broken_off_run_leaves_the_path_to_the_next_attempt() {
    world.runs.runs(run(1));
    claim(request("222222222222", null), "a", run(1));
    new RecordExecutionEnd(world.environment)
        .handle(
            new ExecutionEnded(
                new ExecutionEnded.Detail(
                    run(1),
                    "ABORTED",
                    "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}",
                    null,
                    null)));
    assertThat(claim(request("222222222222", null), "b", run(2)).attempt()).isEqualTo(2);
  }

  @Test
  void a_second_consumer_takes_the_ports_of_the_first_and_may_not_ask_for_others() {
    claim(request("222222222222", 4306), "a", run(1));
    assertThat(claim(request("333333333333", null), "b", run(2)).readerPort()).isEqualTo(4306);
    assertThatThrownBy(() -> claim(request("444444444444", 5306), "c", run(3)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("readerPort: 5306");
    assertThat(claim(request("444444444444", 4306), "d", run(4)).attempt()).isEqualTo(2);
  }

  private ClaimOutcome claim(OnboardRequest request, String digest, String execution) {
    return claim.handle(new ClaimOnboarding.Input(key(request), request, digest, execution));
  }

  private static String run(int number) {
    return "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:run-" + number;
  }

  private static OnboardingKey key(OnboardRequest request) {
    return new OnboardingKey(
        "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
        "arn:aws:iam::%s:root".formatted(request.consumerAccountId()));
  }

  private static OnboardRequest request(String account, @Nullable Integer readerPort) {
    return new OnboardRequest(
        "orders",
        account,
        null,
        readerPort,
        null,
        Enforcement.OFF,
        List.of(),
        false,
        false,
        true,
        null);
  }
}
