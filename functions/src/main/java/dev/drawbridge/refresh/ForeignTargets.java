package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Targets of a database whose address is another database's by now. They leave during a hold too,
 * which is there to keep what was approved as it is: a consumer must not be led to what nobody
 * approved.
 */
final class ForeignTargets {
  private final OwnTargets own;
  private final Targets targets;
  private final Exposures exposures;

  ForeignTargets(Environment environment) {
    this.own = new OwnTargets(environment);
    this.targets = new Targets(environment.clients());
    this.exposures = Stores.exposures(environment);
  }

  /** What is another's, or may be, by group. */
  record Found(List<Target> writers, List<Target> readers, List<InstancePort> ports) {
    boolean none() {
      return writers.isEmpty() && readers.isEmpty() && ports.isEmpty();
    }

    /** For people. */
    List<String> changes() {
      return Stream.of(
              writers.stream().map(target -> "writer group - %s, another's".formatted(target)),
              readers.stream().map(target -> "reader group - %s, another's".formatted(target)),
              ports.stream().map(each -> "port %d -> nobody".formatted(each.port())))
          .flatMap(lines -> lines)
          .toList();
    }
  }

  /**
   * Looks for them. Calls: 2 to read the groups; 1 by pages to list all instances, and a look-up
   * for each, if a target has none of the database's own addresses.
   *
   * @param addresses of the database's own instances
   * @param members resource ids of these instances
   */
  Found of(Exposure exposure, TargetGroups groups, Set<String> addresses, Set<String> members) {
    List<Target> writers = OwnTargets.present(targets.of(groups.writerArn()));
    List<Target> readers = OwnTargets.present(targets.of(groups.readerArn()));
    Predicate<Target> unknown = target -> !addresses.contains(target.address());
    return among(
        new Found(
            writers.stream().filter(unknown).toList(),
            readers.stream().filter(unknown).toList(),
            exposure.instances().stream()
                .filter(each -> each.target() != null && unknown.test(each.target()))
                .toList()),
        members);
  }

  /** Those of {@code suspects} that are another's. Calls: those of {@link OwnTargets#foreign}. */
  Found among(Found suspects, Set<String> members) {
    Set<Target> all = new HashSet<>(suspects.writers());
    all.addAll(suspects.readers());
    suspects.ports().stream().flatMap(each -> Stream.ofNullable(each.target())).forEach(all::add);
    Set<Target> foreign = Set.copyOf(own.foreign(all, members));
    return new Found(
        suspects.writers().stream().filter(foreign::contains).toList(),
        suspects.readers().stream().filter(foreign::contains).toList(),
        suspects.ports().stream()
            .filter(each -> each.target() != null && foreign.contains(each.target()))
            .toList());
  }

  /** Takes them out. Calls: 1 for each group, and 1 for the record if a port is among them. */
  void expel(Exposure exposure, TargetGroups groups, Found found) {
    targets.deregister(groups.writerArn(), found.writers());
    targets.deregister(groups.readerArn(), found.readers());
    found.ports().forEach(targets::deregister);
    if (!found.ports().isEmpty()) {
      exposures.put(exposure.withNobodyAt(found.ports()));
    }
  }
}
