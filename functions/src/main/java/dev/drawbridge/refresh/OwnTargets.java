package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A database's own target groups, and whose their targets are. */
final class OwnTargets {
  private final Groups groups;
  private final Databases databases;
  private final Targets targets;
  private final NameResolver resolver;

  OwnTargets(Environment environment) {
    this.groups = new Groups(environment.clients());
    this.databases = new Databases(environment.clients());
    this.targets = new Targets(environment.clients());
    this.resolver = environment.resolver();
  }

  /** What the groups of a database hold. */
  record Held(TargetGroups groups, List<TargetState> writers, List<TargetState> readers) {}

  /**
   * What the record says they hold. It proves nothing: the call that changes a group carries a
   * condition on its tag, and the end of the run reads what there is. Calls: none.
   */
  Optional<Held> recorded(Exposure exposure) {
    TargetGroups known = exposure.groups();
    Exposure.Registered registered = exposure.registered();
    return known == null
            || registered == null
            || registered.writer() == null
            || exposure.absence() != null
            || exposure.ledTo() != null
            || exposure.settings().switching() == Switching.REPOINT
            || !Groups.named(known, exposure.databaseArn())
        ? Optional.empty()
        : Optional.of(new Held(known, registered.writers(), registered.readerStates()));
  }

  /** What they do hold. Calls: 2, and those of {@link #of}. */
  Held read(Exposure exposure) {
    TargetGroups known = of(exposure);
    return new Held(known, targets.of(known.writerArn()), targets.of(known.readerArn()));
  }

  /** Groups and an instance that there never are. Calls: 1 by pages, and 1. */
  void prime() {
    groups.find(Exposures.NEVER);
    databases.owner("no-database");
  }

  /** What is exposed. Calls: 2. */
  Set<String> exposed() {
    return groups.exposed().keySet();
  }

  /**
   * The groups, by record and tags. Calls: 1, and 2 if the record does not fit.
   *
   * @throws Conflict if there are none, or some that are not ours
   */
  TargetGroups of(Exposure exposure) {
    String arn = exposure.databaseArn();
    TargetGroups recorded = exposure.groups();
    return (recorded == null ? groups.find(arn) : groups.check(recorded, arn))
        .orElseThrow(
            () ->
                new Conflict(
                    "database '%s' is not exposed: it has no target groups".formatted(arn)));
  }

  /**
   * Those of {@code suspects} whose address the name of an instance leads to that is not among
   * {@code own}. Calls: 1 by pages, and a look-up for each instance of the VPC; none without a
   * suspect, or where nobody can be called another's.
   *
   * @param where they stand
   */
  List<Target> foreign(Collection<Target> suspects, OwnInstances own, TargetGroups where) {
    if (suspects.isEmpty() || !own.complete()) {
      return List.of();
    }
    return new OtherInstances(databases.named(), resolver).among(suspects, own, where.vpcId());
  }
}
