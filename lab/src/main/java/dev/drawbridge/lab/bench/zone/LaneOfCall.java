package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.bench.zone.Waits.Wait;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.simulator.call.CallRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;

/**
 * Which lane a call belongs to, by the group that it changes.
 *
 * @param writerGroups ARNs
 * @param readerGroups ARNs
 */
record LaneOfCall(Set<String> writerGroups, Set<String> readerGroups) {
  LaneOfCall {
    writerGroups = Set.copyOf(writerGroups);
    readerGroups = Set.copyOf(readerGroups);
  }

  /** Empty for a call that no lane orders, and for one that was refused. */
  Optional<Lane> of(CallRecord call) {
    if (call.error().isPresent()) {
      return Optional.empty();
    }
    return switch (call.request()) {
      case RegisterTargetsRequest in -> lane(in.targetGroupArn(), Lane.WRITERS, Lane.READERS);
      case DeregisterTargetsRequest out ->
          lane(out.targetGroupArn(), Lane.FORMER_WRITERS, Lane.HOUSEKEEPING);
      default -> Optional.empty();
    };
  }

  /** The calls that were made while somebody of an earlier lane had been told to wait. */
  long overtaking(List<CallRecord> calls, List<Wait> waits) {
    return calls.stream()
        .filter(
            call ->
                of(call)
                    .filter(
                        lane -> waits.stream().anyMatch(each -> each.overtakenBy(lane, call.at())))
                    .isPresent())
        .count();
  }

  private Optional<Lane> lane(String group, Lane ofWriters, Lane ofReaders) {
    if (writerGroups.contains(group)) {
      return Optional.of(ofWriters);
    }
    return readerGroups.contains(group) ? Optional.of(ofReaders) : Optional.empty();
  }
}
