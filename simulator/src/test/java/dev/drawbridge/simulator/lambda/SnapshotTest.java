package dev.drawbridge.simulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Targets;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final Duration LONGEST_ACTIVATION = Duration.ofSeconds(106);

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 7);
  private final LambdaService lambda =
      new LambdaService(
          scheduler, new DeadLetters(new Targets()), LambdaSettings.published().recycling(0));
  private final List<String> served = new ArrayList<>();

  SnapshotTest() {
    deploy("snapped", true);
    deploy("plain", false);
  }

  @Test
  void a_version_that_is_invoked_within_fourteen_days_stays_active() {
    for (int fortnights = 0; fortnights < 4; fortnights++) {
      scheduler.pause(FORTNIGHT.minusMinutes(1));
      invoke("snapped:live");
    }
    assertThat(served).hasSize(4);
  }

  @Test
  void a_version_that_was_idle_for_longer_refuses_until_lambda_has_taken_another_snapshot() {
    scheduler.pause(FORTNIGHT.plusSeconds(1));
    assertRefused("snapped:live");
    scheduler.pause(Duration.ofSeconds(39));
    assertRefused("snapped:live");
    scheduler.pause(LONGEST_ACTIVATION);
    invoke("snapped:live");
    assertThat(served).hasSize(1);
  }

  @Test
  void lambda_may_recycle_a_snapshot_at_any_time() {
    invoke("snapped:live");
    lambda.recycleSnapshot(CALLER, "snapped");
    assertRefused("snapped:1");
    scheduler.pause(LONGEST_ACTIVATION);
    invoke("snapped:1");
    assertThat(served).hasSize(2);
  }

  @Test
  void neither_functions_without_snapstart_nor_latest_have_a_snapshot() {
    scheduler.pause(FORTNIGHT.multipliedBy(10));
    invoke("plain:live");
    invoke("snapped");
    assertThat(served).hasSize(2);
  }

  @Test
  void an_event_reaches_an_inactive_version_by_its_retries() {
    scheduler.pause(FORTNIGHT.plusSeconds(1));
    lambda.invokeAsync(CALLER, "snapped:live", "{}");
    scheduler.pause(Duration.ofMinutes(4));
    assertThat(served).hasSize(1);
  }

  private void assertRefused(String function) {
    assertThatThrownBy(() -> invoke(function))
        .isInstanceOfSatisfying(
            ServiceError.class,
            error -> {
              assertThat(error.code()).isEqualTo("SnapStartNotReadyException");
              assertThat(error.status()).isEqualTo(409);
            });
  }

  private void deploy(String name, boolean snapStart) {
    lambda.create(
        "111111111111",
        "eu-central-1",
        name,
        FunctionSettings.withRole("worker").snapStart(snapStart),
        () -> (in, out, context) -> served.add(context.functionName()));
  }

  private void invoke(String function) {
    List<InvocationResult> results = new ArrayList<>();
    lambda.invoke(CALLER, function, "{}", results::add);
    scheduler.await(() -> !results.isEmpty(), Duration.ofMinutes(1));
    assertThat(results).singleElement().matches(InvocationResult::succeeded);
  }
}
