package dev.drawbridge.refresh;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.SurplusTargets;
import dev.drawbridge.runtime.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Registers also where others have used up the load balancer's quota of targets. The new one comes
 * before the old ones leave, so that whoever fills the groups would else keep every later failover
 * from being followed.
 */
final class FullGroups {
  private final Targets targets;
  private final PassChanges changed;

  /** With the targets of whoever registers: they say whether throttled calls are made again. */
  FullGroups(Environment environment, Targets targets) {
    this.targets = targets;
    this.changed = new PassChanges(environment);
  }

  /**
   * Registers in a group that is on record; false as {@link Targets#registerIfOurs}. Calls: 1; when
   * the quota is used up 1 more for each group of the database's to read it, 1 to prove the lease
   * (the record of the pass was written before, as a rule) and 1 to tell people, 1 for each group
   * that somebody leaves, and 1 to try again.
   *
   * @param exposure as it is on record, with the groups that are the database's
   */
  boolean register(
      RegisterTargets.Input input, Exposure exposure, String group, List<Target> added) {
    return targets.registerIfOurs(group, added, () -> makeRoom(input, exposure));
  }

  private boolean makeRoom(RegisterTargets.Input input, Exposure exposure) {
    Map<String, List<TargetState>> held = new LinkedHashMap<>();
    groups(exposure).forEach(group -> held.put(group, targets.find(group).orElse(List.of())));
    SurplusTargets surplus = SurplusTargets.of(exposure, input.addresses(), held);
    List<String> changes = surplus.changes();
    if (!changes.isEmpty()) {
      changed.onRecord(input, changes);
      changed.tell(
          input.database(),
          "Somebody else has put so many targets into groups of %s that none could be added. They are taken out; find out in CloudTrail who it was (RegisterTargets)."
              .formatted(input.database().arn()),
          changes);
      surplus.leaving().forEach(targets::deregisterIfOurs);
    }
    return surplus.makesRoom();
  }

  private static Stream<String> groups(Exposure exposure) {
    TargetGroups known = exposure.groups();
    return Stream.concat(
            known == null ? Stream.empty() : Stream.of(known.writerArn(), known.readerArn()),
            exposure.instances().stream().map(InstancePort::groupArn).filter(Objects::nonNull))
        .distinct();
  }
}
