package dev.drawbridge.lab.bench.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.bench.zone.Waits.Wait;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Who overtakes whom is told from the histories of runs and the calls that were made. */
class WaitsTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "worker");
  private static final LaneOfCall LANES = new LaneOfCall(Set.of("writers"), Set.of("readers"));

  /** Told at the first and at the third second to wait, registered by the try of the seventh. */
  private static final List<Wait> WAITS =
      Waits.of(
          List.of(
              at(0, HistoryEventType.TASK_STARTED),
              refused(1, "WRITERS"),
              at(2, HistoryEventType.TASK_STARTED),
              refused(3, "WRITERS"),
              at(7, HistoryEventType.TASK_STARTED),
              at(8, HistoryEventType.TASK_SUCCEEDED)));

  @Test
  void a_wait_lasts_from_the_first_refusal_to_the_try_that_gets_its_turn() {
    assertThat(WAITS)
        .containsExactly(new Wait(Lane.WRITERS, START.plusSeconds(1), START.plusSeconds(7)));
  }

  @Test
  void a_call_of_a_later_lane_overtakes_whoever_waits_meanwhile() {
    assertThat(LANES.overtaking(List.of(deregistered(4)), WAITS)).isEqualTo(1);
    assertThat(LANES.overtaking(List.of(deregistered(0), deregistered(7)), WAITS)).isZero();
  }

  @Test
  void a_call_of_the_same_lane_or_of_none_overtakes_nobody() {
    List<CallRecord> calls = List.of(registered(4, "writers"), registered(4, "an-instance"));

    assertThat(LANES.overtaking(calls, WAITS)).isZero();
  }

  private static HistoryEvent at(int second, HistoryEventType type) {
    return HistoryEvent.builder().timestamp(START.plusSeconds(second)).type(type).build();
  }

  private static HistoryEvent refused(int second, String lane) {
    return HistoryEvent.builder()
        .timestamp(START.plusSeconds(second))
        .type(HistoryEventType.TASK_FAILED)
        .taskFailedEventDetails(
            failed -> failed.cause("others go first: not the turn of %s yet".formatted(lane)))
        .build();
  }

  private static CallRecord registered(int second, String group) {
    return new CallRecord(
        START.plusSeconds(second),
        CALLER,
        "elasticloadbalancing:RegisterTargets",
        RegisterTargetsRequest.builder().targetGroupArn(group).build(),
        Optional.empty());
  }

  private static CallRecord deregistered(int second) {
    return new CallRecord(
        START.plusSeconds(second),
        CALLER,
        "elasticloadbalancing:DeregisterTargets",
        DeregisterTargetsRequest.builder().targetGroupArn("readers").build(),
        Optional.empty());
  }
}
