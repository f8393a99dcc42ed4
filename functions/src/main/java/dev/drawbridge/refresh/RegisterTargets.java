package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.plan.WriterLead;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Switches the writer and adds readers.
 *
 * <p>A run that an event has started goes by the record of what is registered: no call but those
 * that read the truth stands before the switch. Every other run reads the groups. Where many
 * databases fail over at once each change waits for its turn ({@link Lane}), and after a wait the
 * truth is read again.
 *
 * <p>Calls: 1 for each kind of change (at most 3), and those of {@link PassTurns} for its turn; 1
 * to put changes on record or to see what an earlier try put there; 2 to read the record of the
 * exposure and whether the installation is on hold, and 1 to write it when it changes; those of
 * {@link SecondLook} where there is nothing to do; 1 for each instance that is new. Without trust
 * in the record 2 to read both groups, and 1 to see that they are ours. With a target that is none
 * of the database's own, 1 more to list all instances. For ports of instances those of {@link
 * InstanceTargets}, after all that a failover waits for. Where the quota of targets is used up
 * those of {@link FullGroups}. On hold those of {@link ForeignTargets}, and 1 to tell people.
 */
public final class RegisterTargets extends Worker<RegisterTargets.Input, Registration> {
  /** Input of RegisterTargets. */
  public record Input(
      RefreshRequest request,
      Round round,
      String executionArn,
      Database database,
      InstanceAddresses addresses) {}

  private final OwnTargets own;
  private final ForeignTargets foreign;
  private final InstanceTargets instances;
  private final Repointing repointing;
  private final PassChanges changed;
  private final RegisteredRecord record;
  private final Exposures exposures;
  private final Holds holds;
  private final Targets targets;
  private final FullGroups full;
  private final Leases leases;
  private final PassTurns turns;
  private final SecondLook secondLook;
  private final InstantSource clock;

  /** In Lambda. */
  public RegisterTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public RegisterTargets(Environment environment) {
    super(Input.class);
    this.own = new OwnTargets(environment);
    this.foreign = new ForeignTargets(environment);
    this.instances = new InstanceTargets(environment);
    this.repointing = new Repointing(environment);
    this.changed = new PassChanges(environment);
    this.record = new RegisteredRecord(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.targets = Targets.inTurn(environment.clients());
    this.full = new FullGroups(environment, targets);
    this.leases = Stores.leases(environment);
    this.turns = new PassTurns(environment);
    this.secondLook = new SecondLook(environment);
    this.clock = environment.clock();
  }

  /**
   * What is exposed, a group that there never is through the client that switches, and the record
   * of changes without a lease, which is refused. Calls: 5, and more by pages.
   */
  @Override
  protected List<Runnable> priming() {
    return List.of(
        own::prime,
        () -> targets.of(Targets.NEVER),
        () -> exposures.find(Exposures.NEVER),
        () -> leases.record(Leases.NEVER, "priming", 1, List.of(), null));
  }

  @Override
  public Registration handle(Input input) {
    Instant began = clock.instant();
    Exposure known = approved(input);
    boolean looks = input.round().looks(input.request());
    Optional<OwnTargets.Held> recorded = looks ? Optional.empty() : own.recorded(known);
    // Nothing goes on record of what has no groups of ours: whoever may start a run could else say
    // which database an ARN means that nobody has exposed yet.
    OwnTargets.Held held = recorded.orElseGet(() -> own.read(known));
    requireInPlace(known, held.groups(), input.database());
    Exposure exposure = followed(known, input.database());
    return registered(input, exposure, held, began)
        .or(() -> recorded.flatMap(gone -> registered(input, exposure, own.read(exposure), began)))
        .orElseThrow(
            () ->
                new TransientFailure(
                    "the target groups of %s have just been deleted or lost their tags"
                        .formatted(exposure.databaseArn())));
  }

  /** Empty if the groups are not there, or not ours, any more. */
  private Optional<Registration> registered(
      Input input, Exposure known, OwnTargets.Held held, Instant began) {
    TargetGroups groups = held.groups();
    WriterLead lead = repointing.lead(known, groups, input.addresses());
    TargetPlan plan =
        TargetPlan.of(input.addresses(), held.writers(), held.readers())
            .led(lead.to().equals(groups.writerArn()));
    Optional<Lane> first = turns.first(input, plan);
    boolean idle = plan.nothingToDo() && !lead.moves();
    boolean outdated = first.isPresent() ? turns.outdated(input) : idle && secondLook.moved(input);
    if (outdated) {
      return Optional.of(turns.handedOn(input, groups, lead, began, first));
    }
    List<String> changes = changed.onRecord(input, plan, lead);
    // The writer first: every moment counts for it. New before old, so its group is never empty.
    if (!full.register(input, known.with(groups), groups.writerArn(), plan.registerWriter())) {
      return Optional.empty();
    }
    Exposure exposure = repointing.repoint(known, groups, lead);
    if (!plan.deregisterWriter().isEmpty()
        && !turns.in(
            Lane.FORMER_WRITERS,
            first,
            () -> targets.deregisterIfOurs(groups.writerArn(), plan.deregisterWriter()),
            () -> record.halfway(input, exposure, groups, plan, plan.deregisterWriter()))) {
      return Optional.empty();
    }
    Instant afterSwitch = clock.instant();
    if (!plan.registerReaders().isEmpty()
        && !turns.in(
            Lane.READERS,
            first,
            () ->
                full.register(
                    input, exposure.with(groups), groups.readerArn(), plan.registerReaders()),
            () -> record.halfway(input, exposure, groups, plan, List.of()))) {
      return Optional.empty();
    }
    List<String> others = expelForeign(input, exposure, held, plan);
    Exposure kept = record.done(input, exposure, groups, plan);
    List<String> ports = instances.arrange(kept, exposure.registered(), input);
    return Optional.of(
        new Registration(
            lead.to(),
            groups.readerArn(),
            plan.writer().stream().toList(),
            plan.readers(),
            Stream.of(standing(input.database()), changes, others, ports)
                .flatMap(List::stream)
                .distinct()
                .toList(),
            PassChanges.added(plan, changes),
            plan.staleReaders(),
            began,
            clock.instant(),
            changed.switchedAt(input, plan, lead, held.writers(), changes, afterSwitch),
            false,
            null));
  }

  /**
   * The record of the exposure, which says which database may be registered at all.
   *
   * @throws Conflict if that is another, or if nothing may be changed
   */
  private Exposure approved(Input input) {
    Database database = input.database();
    Exposure exposure = exposures.findOrFirst(database.arn());
    String known = exposure.resourceId();
    Optional<String> hold = holds.on(exposure);
    if (hold.isPresent()) {
      if (database.resourceId().equals(known) || database.standing() == Standing.SWITCHED_OVER) {
        expel(input, exposure);
      }
      throw new Conflict(hold.get());
    }
    if (known != null
        && !isRecorded(exposure, database)
        && database.standing() != Standing.SWITCHED_OVER) {
      throw new Conflict(
          "database %s has the resource id %s; exposed is %s"
              .formatted(database.presentArn(), database.resourceId(), known));
    }
    return exposure;
  }

  /**
   * DiscoverDatabase knows it by the record; that of an earlier release says nothing of a VPC.
   *
   * @throws Conflict if the groups are in another VPC: the next run knows
   */
  private void requireInPlace(Exposure known, TargetGroups groups, Database database) {
    if (groups.elsewhere(database.vpcId())) {
      exposures.put(known.with(groups));
      throw new Conflict(
          "database %s is in %s, and its target groups in %s; nothing is registered, since its address may be another's there: offboard with teardown, then expose it anew"
              .formatted(database.presentArn(), database.vpcId(), groups.vpcId()));
    }
  }

  /** Puts on record which database is registered, before it is: no later one may have its name. */
  private Exposure followed(Exposure known, Database database) {
    return isRecorded(known, database) ? known : exposures.put(known.of(database.resourceId()));
  }

  private static boolean isRecorded(Exposure exposure, Database database) {
    return database.resourceId().isEmpty() || database.resourceId().equals(exposure.resourceId());
  }

  /** All that is done during a hold, after which a database has the members that it had. */
  private void expel(Input input, Exposure exposure) {
    TargetGroups groups = own.of(exposure);
    ForeignTargets.Found found =
        foreign.of(
            exposure,
            groups,
            input.addresses().targets().stream().map(Target::address).collect(Collectors.toSet()),
            members(input));
    if (found.none()) {
      return;
    }
    changed.onRecord(input, found.changes());
    changed.tell(
        input.database(),
        "%s is on hold; targets whose addresses are another's by now are taken out all the same."
            .formatted(input.database().arn()),
        found.changes());
    foreign.expel(exposure, groups, found);
  }

  /** Whatever else is known or not: an address that is another's by name leaves at once. */
  private List<String> expelForeign(
      Input input, Exposure exposure, OwnTargets.Held held, TargetPlan plan) {
    Set<Target> ours = input.addresses().targets();
    List<Target> leftWriters = new ArrayList<>(TargetState.held(held.writers()));
    leftWriters.removeAll(plan.deregisterWriter());
    leftWriters.removeAll(ours);
    List<Target> leftReaders = new ArrayList<>(TargetState.held(held.readers()));
    leftReaders.removeAll(ours);
    ForeignTargets.Found found =
        foreign.among(
            new ForeignTargets.Found(leftWriters, leftReaders, List.of()),
            members(input),
            held.groups());
    foreign.expel(exposure, held.groups(), found);
    return found.changes();
  }

  private static OwnInstances members(Input input) {
    return OwnInstances.of(input.database().presentArn(), input.addresses().members());
  }

  /** What a reader of the record should know before anything else. */
  private static List<String> standing(Database database) {
    return switch (database.standing()) {
      case RENAMED -> List.of("followed under its new name " + database.presentArn());
      case SWITCHED_OVER ->
          List.of("followed through a blue/green switchover to " + database.resourceId());
      default -> List.of();
    };
  }
}
