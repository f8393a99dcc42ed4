package dev.drawbridge.refresh;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.inspection.Drift;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.InstancePortPlan;
import dev.drawbridge.runtime.Environment;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that one sweep reads of target groups: a database's two when somebody asks for them, and
 * those of instances' own ports when it is their turn ({@link RollingLook}).
 */
final class GroupLooks {
  private final Targets targets;
  private final InstanceGroups instances;
  private final ForeignTargets foreign;
  private final InstantSource clock;
  private final RollingLook turns;

  /**
   * Has read nothing.
   *
   * @param records of all that share the looks, by ARN
   */
  GroupLooks(Environment environment, Map<String, Exposure> records) {
    this.targets = new Targets(environment.clients());
    this.instances = new InstanceGroups(environment);
    this.foreign = new ForeignTargets(environment);
    this.clock = environment.clock();
    this.turns = new RollingLook(records);
  }

  /** What the groups hold to which a database's two ports lead. */
  record Held(List<TargetState> writers, List<TargetState> readers) {}

  /** Whether it is the turn of a database's own groups. */
  boolean isDue(Exposure record) {
    return turns.isDue(record.databaseArn(), clock.instant());
  }

  private boolean isDue(InstancePort port) {
    return turns.isDue(port, clock.instant());
  }

  /** Calls: 2. */
  Held read(Exposure record, TargetGroups ours) {
    return new Held(targets.of(record.writersOr(ours.writerArn())), targets.of(ours.readerArn()));
  }

  /** Whether none of its groups leads anywhere. Calls: up to 2, and 1 for each port that is due. */
  boolean bare(Exposure record, TargetGroups ours) {
    return TargetState.held(targets.of(ours.writerArn())).isEmpty()
        && TargetState.held(targets.of(ours.readerArn())).isEmpty()
        && instances.read(record, this::isDue).stream().allMatch(InstanceGroups.Held::none);
  }

  /**
   * What somebody else has done to the groups of instances' own ports. Calls: 1 for each that is
   * due, up to the first of which there is something to say.
   */
  Optional<String> atPorts(Resolution now, Exposure record) {
    InstancePortPlan plan = InstancePortPlan.of(record, now.addresses(), clock.instant());
    return plan.ports().stream()
        .filter(this::isDue)
        .flatMap(
            port ->
                targets.find(Objects.requireNonNull(port.groupArn())).stream()
                    .flatMap(group -> Drift.ofInstance(plan, port, group).stream()))
        .findFirst();
  }

  /** What its groups hold of another's. Calls: 2, and 1 for each port that is due. */
  ForeignTargets.Found foreign(
      Exposure record,
      TargetGroups ours,
      Set<String> addresses,
      Function<Collection<Target>, List<Target>> others) {
    return foreign.of(record, ours, addresses, this::isDue, others);
  }
}
