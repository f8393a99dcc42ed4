package dev.drawbridge.refresh;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the groups of instances' own ports hold. The record says only what we have put there, and
 * whoever may register targets may have put others beside it.
 */
final class InstanceGroups {
  private final Targets targets;

  InstanceGroups(Environment environment) {
    this.targets = new Targets(environment.clients());
  }

  /** The targets of one port that are not draining. */
  record Held(InstancePort port, List<Target> targets) {
    Held {
      targets = List.copyOf(targets);
    }

    /** What we have put there, without asking what there is. */
    static Held byRecord(InstancePort port) {
      return new Held(port, List.of()).withRecorded();
    }

    /** With what we have put there: who has been taken out behind our back is to be forgotten. */
    Held withRecorded() {
      Set<Target> all = new LinkedHashSet<>(targets);
      Stream.ofNullable(port.target()).forEach(all::add);
      return new Held(port, List.copyOf(all));
    }

    /** Those of its targets. */
    Held only(Predicate<Target> which) {
      return new Held(port, targets.stream().filter(which).toList());
    }

    boolean none() {
      return targets.isEmpty();
    }

    /** For people. */
    Stream<String> removals() {
      return targets.stream().map(target -> "port %d - %s".formatted(port.port(), target));
    }
  }

  /** Reads them. Calls: 1 for each port that was built and that {@code asked} names. */
  List<Held> read(Exposure exposure, Predicate<InstancePort> asked) {
    return exposure.instances().stream()
        .filter(port -> port.groupArn() != null)
        .filter(asked)
        .map(port -> new Held(port, present(Objects.requireNonNull(port.groupArn()))))
        .toList();
  }

  /** Nobody is led through a group that is gone. */
  private List<Target> present(String group) {
    return TargetState.held(targets.find(group).orElse(List.of()));
  }

  /**
   * Takes them out. Calls: those of {@link Targets#deregister(InstancePort, List)} for each port.
   *
   * @throws Conflict after all others, if a group is not ours any more: that one keeps nobody else
   */
  void takeOut(List<Held> leaving) {
    List<Integer> refused =
        leaving.stream()
            .filter(each -> !targets.deregister(each.port(), each.targets()))
            .map(each -> each.port().port())
            .toList();
    if (!refused.isEmpty()) {
      throw new Conflict(
          "the target groups of ports %s have lost the tags by which they are ours, so their targets cannot be taken out; restore the tags, or take them out by hand"
              .formatted(refused));
    }
  }

  /** The ports whose own target is among those that leave. */
  static List<InstancePort> left(List<Held> leaving) {
    return leaving.stream()
        .filter(each -> each.port().target() != null)
        .filter(each -> each.targets().contains(each.port().target()))
        .map(Held::port)
        .toList();
  }
}
