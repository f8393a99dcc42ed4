package dev.drawbridge.plan;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.Target;
import java.util.Optional;

/**
 * Which group the writer's listener has to lead to, and whose sessions have to end by that.
 *
 * @param from the group that it leads to, by the record
 * @param to the group that it has to lead to
 * @param demoted the instance behind {@code from} that is not the writer any more: a listener that
 *     leads elsewhere cuts no session by itself, and its sessions would write to a reader
 */
public record WriterLead(String from, String to, Optional<InstancePort> demoted) {

  /**
   * Compares.
   *
   * @param byRole the writer's group
   */
  public static WriterLead of(Exposure exposure, String byRole, InstanceAddresses truth) {
    String from = exposure.writersOr(byRole);
    Optional<Target> writer = WantedTargets.writer(truth);
    // Before the listener is on record there is nothing to lead; without a writer nothing changes.
    if (exposure.path() == null || (writer.isEmpty() && !from.equals(byRole))) {
      return new WriterLead(from, from, Optional.empty());
    }
    String to =
        exposure.settings().switching() == Switching.REPOINT
            ? writer.flatMap(target -> own(exposure, target)).orElse(byRole)
            : byRole;
    Optional<InstancePort> demoted =
        exposure.instances().stream()
            .filter(each -> !from.equals(to) && from.equals(each.groupArn()))
            .filter(each -> each.target() != null && !writer.equals(Optional.of(each.target())))
            .findFirst();
    return new WriterLead(from, to, demoted);
  }

  /** Whether the listener has to be changed. */
  public boolean moves() {
    return !from.equals(to);
  }

  /** The group of the writer's own, if it is there and holds the writer by the record. */
  private static Optional<String> own(Exposure exposure, Target writer) {
    return exposure.instances().stream()
        .filter(each -> each.built() && writer.equals(each.target()))
        .flatMap(each -> Optional.ofNullable(each.groupArn()).stream())
        .findFirst();
  }
}
