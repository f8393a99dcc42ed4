package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.InstancePortPlan;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.plan.WantedTargets;
import dev.drawbridge.plan.WriterLead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the path of a database has fallen behind it. */
public final class Drift {
  private Drift() {}

  /**
   * What has to be mended; empty if the path follows the database.
   *
   * <p>A writer whose name and whose place disagree counts: a run waits until they agree, and
   * raises the alarm if they never do, which nobody else would if the event was lost.
   */
  public static Optional<String> of(
      Resolution now, List<TargetState> writerGroup, List<TargetState> readerGroup) {
    if (now.writerDisagrees().isPresent()) {
      return now.writerDisagrees();
    }
    TargetPlan plan = TargetPlan.of(now.addresses(), writerGroup, readerGroup);
    return plan.nothingToDo()
        ? Optional.empty()
        : Optional.of(
            "writer group: add %s, remove %s; reader group: add %s, remove %s"
                .formatted(
                    plan.registerWriter(),
                    plan.deregisterWriter(),
                    plan.registerReaders(),
                    plan.staleReaders()));
  }

  /** The same of the ports of instances, by the record alone. */
  public static Optional<String> ofInstances(
      Exposure exposure, TargetGroups groups, Resolution now, Instant at) {
    WriterLead lead = WriterLead.of(exposure, groups.writerArn(), now.addresses());
    if (lead.moves()) {
      return Optional.of(
          "the writer's port leads to %s, not to %s".formatted(lead.from(), lead.to()));
    }
    InstancePortPlan plan = InstancePortPlan.of(exposure, now.addresses(), at);
    return plan.nothingToDo(exposure.instances())
        ? Optional.empty()
        : Optional.of(
            "ports of instances: %s, not %s; to go: %s"
                .formatted(
                    plan.ports().stream().map(InstancePort::toString).toList(),
                    exposure.instances().stream().map(InstancePort::toString).toList(),
                    plan.departed().stream().map(InstancePort::toString).toList()));
  }

  /** The same of one instance's own port, by what its group holds. */
  public static Optional<String> ofInstance(
      InstancePortPlan plan, InstancePort port, List<TargetState> group) {
    InstancePortPlan.Change change = plan.change(port, TargetState.held(group));
    return change.none()
        ? Optional.empty()
        : Optional.of(
            "port %d of %s: add %s, remove %s"
                .formatted(port.port(), port.identifier(), change.register(), change.deregister()));
  }

  /** Whether the writer is another than the one that is on record as registered. */
  public static boolean ofWriter(Resolution now, Exposure.Registered registered) {
    return WantedTargets.writer(now.addresses())
        .filter(writer -> !writer.equals(registered.writer()))
        .isPresent();
  }
}
