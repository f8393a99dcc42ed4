package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the targets of a database out that is not there any more, or not in the VPC of its target
 * groups: what follows at its addresses is nobody's business. Only after two looks, and not when
 * many are gone at once, which is rather the fault of who looks; what is another's by name leaves
 * at once, during a hold too, and then alone.
 *
 * <p>Calls: 2 for the record and a hold, 1 for the groups, 2 to read them and 1 for each instance's
 * own port, 1 to list all instances; when something changes 1 to put that on record in the lease, 1
 * to tell people, 1 for each group and 1 to write the record; before all targets are taken out 2 to
 * list what is exposed, and 1 for each of it; in the end 1 for the lease.
 */
public final class WithdrawTargets extends Worker<WithdrawTargets.Input, Withdrawal> {
  /** Input of WithdrawTargets. */
  public record Input(
      RefreshRequest request, Round round, String executionArn, Database database) {}

  private final OwnTargets own;
  private final ForeignTargets foreign;
  private final InstanceGroups instances;
  private final Targets targets;
  private final Exposures exposures;
  private final Holds holds;
  private final Leases leases;
  private final PassChanges changed;
  private final InstantSource clock;

  /** In Lambda. */
  public WithdrawTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public WithdrawTargets(Environment environment) {
    super(Input.class);
    this.own = new OwnTargets(environment);
    this.foreign = new ForeignTargets(environment);
    this.instances = new InstanceGroups(environment);
    this.targets = new Targets(environment.clients());
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.leases = Stores.leases(environment);
    this.changed = new PassChanges(environment);
    this.clock = environment.clock();
  }

  @Override
  public Withdrawal handle(Input input) {
    Database database = input.database();
    Exposure exposure = exposures.findOrFirst(database.arn());
    TargetGroups groups = own.of(exposure);
    Optional<String> hold = holds.on(exposure);
    if (hold.isPresent()) {
      expel(input, exposure, groups);
      throw new Conflict(hold.get());
    }
    List<Target> writers = TargetState.held(targets.of(groups.writerArn()));
    List<Target> readers = TargetState.held(targets.of(groups.readerArn()));
    Set<Target> all = new LinkedHashSet<>(writers);
    all.addAll(readers);
    List<InstanceGroups.Held> ports =
        instances.read(exposure, port -> true).stream()
            .map(InstanceGroups.Held::withRecorded)
            .toList();
    ports.forEach(each -> all.addAll(each.targets()));
    List<Target> others = own.foreign(all, OwnInstances.of(exposure, database.standing()), groups);
    Departure departure = departure(exposure, others.containsAll(all));
    boolean everything = departure == Departure.WITHDRAW;
    List<Target> oldWriters =
        writers.stream().filter(target -> everything || others.contains(target)).toList();
    List<Target> oldReaders =
        readers.stream().filter(target -> everything || others.contains(target)).toList();
    List<InstanceGroups.Held> oldPorts =
        ports.stream()
            .map(each -> each.only(target -> everything || others.contains(target)))
            .filter(each -> !each.none())
            .toList();
    List<String> changes = changes(oldWriters, oldReaders, oldPorts);
    Instant now = clock.instant();
    Exposure.Absence absence = absence(exposure, database, groups, departure, now);
    // On record first; and nothing is done for a run that has lost its lease.
    if (!changes.isEmpty()) {
      record(input, changes, oldWriters.isEmpty() ? null : now);
    }
    if (!changes.isEmpty() || now.equals(absence.toldAt())) {
      tell(database, groups, absence, departure, changes);
    }
    targets.deregister(groups.writerArn(), oldWriters);
    targets.deregister(groups.readerArn(), oldReaders);
    instances.takeOut(oldPorts);
    // Groups that were made anew by hand are known from here on, and the VPC that they are in.
    if (!absence.equals(exposure.absence())
        || !groups.equals(exposure.groups())
        || !changes.isEmpty()) {
      exposures.put(
          exposure.with(groups).withNobodyAt(InstanceGroups.left(oldPorts)).with(absence));
    }
    leases.abandon(database.arn(), input.executionArn(), clock.instant());
    return new Withdrawal(
        database.identifier(), database.standing(), departure, changes, clock.instant());
  }

  /** All that is done while everything else is on hold. */
  private void expel(Input input, Exposure exposure, TargetGroups groups) {
    ForeignTargets.Found found =
        foreign.of(
            exposure, groups, Set.of(), OwnInstances.of(exposure, input.database().standing()));
    if (found.none()) {
      return;
    }
    record(input, found.changes(), found.writers().isEmpty() ? null : clock.instant());
    changed.tell(
        input.database(),
        "%s. It is on hold; targets whose addresses are another's by now are taken out all the same."
            .formatted(why(input.database(), groups)),
        found.changes());
    foreign.expel(exposure, groups, found);
  }

  private Departure departure(Exposure exposure, boolean nothingElse) {
    Instant now = clock.instant();
    Exposure.Absence absence = exposure.absence();
    Departure alone = Departure.of(absence, now, nothingElse);
    if (alone != Departure.WITHDRAW || absence == null) {
      return alone;
    }
    List<Exposure> others =
        own.exposed().stream().flatMap(arn -> exposures.find(arn).stream()).toList();
    return Departure.many(absence, others, now) ? Departure.MANY_AT_ONCE : alone;
  }

  private void record(Input input, List<String> changes, @Nullable Instant switchedAt) {
    leases.requireRecord(
        input.database().arn(), input.executionArn(), input.round().number(), changes, switchedAt);
  }

  private static Exposure.Absence absence(
      Exposure exposure, Database database, TargetGroups groups, Departure departure, Instant now) {
    return departure.next(
        Optional.ofNullable(exposure.absence())
            .orElseGet(() -> new Exposure.Absence(why(database, groups), now, null, null, false))
            .superseded(database.standing() == Standing.SUCCESSOR_GONE),
        now);
  }

  /**
   * Before anything is taken out, and before it is on record that people know: a later try finds
   * nobody there to tell of, so that they are told twice rather than never.
   */
  private void tell(
      Database database,
      TargetGroups groups,
      Exposure.Absence absence,
      Departure departure,
      List<String> changes) {
    changed.tell(
        database,
        "%s (since %s). %s".formatted(why(database, groups), absence.since(), departure.text()),
        changes);
  }

  private static String why(Database database, TargetGroups groups) {
    return switch (database.standing()) {
      case REPLACED ->
          "%s is another database now; the one that was approved is not to be found"
              .formatted(database.arn());
      case SUCCESSOR_GONE ->
          "%s was switched over to another database, which is gone; what was before the switchover is another too"
              .formatted(database.arn());
      case MOVED ->
          "%s stands in another VPC than its target groups (%s), where no load balancer of ours leads"
              .formatted(database.arn(), groups.vpcId());
      case EMPTY -> "%s has no instance any more".formatted(database.arn());
      default -> "%s is not to be found, under any name".formatted(database.arn());
    };
  }

  private static List<String> changes(
      List<Target> writers, List<Target> readers, List<InstanceGroups.Held> ports) {
    return Stream.of(
            writers.stream().map(target -> "writer group - " + target),
            readers.stream().map(target -> "reader group - " + target),
            ports.stream().flatMap(InstanceGroups.Held::removals))
        .flatMap(lines -> lines)
        .toList();
  }
}
