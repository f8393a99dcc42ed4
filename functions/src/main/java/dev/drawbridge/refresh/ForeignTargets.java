package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Targets of a database whose address is another database's by now. They leave during a hold too,
 * which is there to keep what was approved as it is: a consumer must not be led to what nobody
 * approved.
 */
final class ForeignTargets {
  private final OwnTargets own;
  private final InstanceGroups instances;
  private final Targets targets;
  private final Exposures exposures;

  ForeignTargets(Environment environment) {
    this.own = new OwnTargets(environment);
    this.instances = new InstanceGroups(environment);
    this.targets = new Targets(environment.clients());
    this.exposures = Stores.exposures(environment);
  }

  /** What is another's, or may be, by group. */
  record Found(List<Target> writers, List<Target> readers, List<InstanceGroups.Held> ports) {
    boolean none() {
      return writers.isEmpty() && readers.isEmpty() && ports.isEmpty();
    }

    /** For people. */
    List<String> changes() {
      return Stream.of(
              writers.stream().map(target -> "writer group - %s, another's".formatted(target)),
              readers.stream().map(target -> "reader group - %s, another's".formatted(target)),
              ports.stream()
                  .flatMap(InstanceGroups.Held::removals)
                  .map(removal -> removal + ", another's"))
          .flatMap(lines -> lines)
          .toList();
    }
  }

  /**
   * Looks for them in all groups. Calls: 2, 1 for each instance's own port, and those of {@link
   * OwnTargets#foreign}.
   */
  Found of(Exposure exposure, TargetGroups groups, Set<String> addresses, OwnInstances members) {
    return of(
        exposure,
        groups,
        addresses,
        port -> true,
        suspects -> own.foreign(suspects, members, groups));
  }

  /**
   * Looks for them. Calls: 2 to read the groups, and 1 for each instance's own port that {@code
   * asked} names, where the record speaks for the others; and those of {@code others}.
   *
   * @param addresses of the database's own instances
   * @param others which of some targets are another's
   */
  Found of(
      Exposure exposure,
      TargetGroups groups,
      Set<String> addresses,
      Predicate<InstancePort> asked,
      Function<Collection<Target>, List<Target>> others) {
    List<Target> writers = TargetState.held(targets.of(groups.writerArn()));
    List<Target> readers = TargetState.held(targets.of(groups.readerArn()));
    Predicate<Target> unknown = target -> !addresses.contains(target.address());
    return among(
        new Found(
            writers.stream().filter(unknown).toList(),
            readers.stream().filter(unknown).toList(),
            Stream.concat(
                    instances.read(exposure, asked).stream().map(InstanceGroups.Held::withRecorded),
                    exposure.instances().stream()
                        .filter(asked.negate())
                        .map(InstanceGroups.Held::byRecord))
                .map(each -> each.only(unknown))
                .filter(each -> !each.none())
                .toList()),
        others);
  }

  /** Those of {@code suspects} that are another's. Calls: those of {@link OwnTargets#foreign}. */
  Found among(Found suspects, OwnInstances members, TargetGroups groups) {
    return among(suspects, all -> own.foreign(all, members, groups));
  }

  private static Found among(Found suspects, Function<Collection<Target>, List<Target>> others) {
    Set<Target> all = new HashSet<>(suspects.writers());
    all.addAll(suspects.readers());
    suspects.ports().forEach(each -> all.addAll(each.targets()));
    Set<Target> foreign = Set.copyOf(others.apply(all));
    return new Found(
        suspects.writers().stream().filter(foreign::contains).toList(),
        suspects.readers().stream().filter(foreign::contains).toList(),
        suspects.ports().stream()
            .map(each -> each.only(foreign::contains))
            .filter(each -> !each.none())
            .toList());
  }

  /** Takes them out. Calls: 1 for each group, and 1 for the record if that names one at a port. */
  void expel(Exposure exposure, TargetGroups groups, Found found) {
    targets.deregister(groups.writerArn(), found.writers());
    targets.deregister(groups.readerArn(), found.readers());
    instances.takeOut(found.ports());
    List<InstancePort> left = InstanceGroups.left(found.ports());
    if (!left.isEmpty()) {
      exposures.put(exposure.withNobodyAt(left));
    }
  }
}
