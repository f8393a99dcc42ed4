package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.plan.WriterLead;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Switches the writer and adds readers.
 *
 * <p>Calls: 2 to read both groups, 1 for each kind of change (at most 3), 1 to put them on record
 * or to see what an earlier try put there, and 1 to see that the groups on record are ours; 2 to
 * read the record of the exposure and whether the installation is on hold, and 1 to write it when
 * it changes. With a target that is none of the database's own, 1 more to list all instances. For
 * ports of instances those of {@link InstanceTargets}, after all that a failover waits for.
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
  private final Exposures exposures;
  private final Holds holds;
  private final Targets targets;
  private final Leases leases;
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
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.targets = new Targets(environment.clients());
    this.leases = Stores.leases(environment);
    this.clock = environment.clock();
  }

  /** What is exposed, and the record of changes without a lease, which is refused. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(
        own::prime,
        () -> exposures.find(Exposures.NEVER),
        () -> leases.record(Leases.NEVER, "priming", 1, List.of(), null));
  }

  @Override
  public Registration handle(Input input) {
    Instant began = clock.instant();
    Exposure exposure = followed(input);
    TargetGroups known = own.of(exposure);
    List<TargetState> writers = targets.of(known.writerArn());
    List<TargetState> readers = targets.of(known.readerArn());
    WriterLead lead = repointing.lead(exposure, known, input.addresses());
    TargetPlan plan =
        TargetPlan.of(input.addresses(), writers, readers).led(lead.to().equals(known.writerArn()));
    List<String> changes = onRecord(input, plan, lead);
    // The writer first: every moment counts for it. New before old, so its group is never empty.
    targets.register(known.writerArn(), plan.registerWriter());
    exposure = repointing.repoint(exposure, known, lead);
    targets.deregister(known.writerArn(), plan.deregisterWriter());
    Instant afterSwitch = clock.instant();
    targets.register(known.readerArn(), plan.registerReaders());
    List<String> foreign = expelForeign(input, known, writers, readers, plan);
    Exposure kept = remember(input, exposure, known, plan);
    List<String> ports = instances.arrange(kept, input);
    return new Registration(
        lead.to(),
        known.readerArn(),
        plan.writer().stream().toList(),
        plan.readers(),
        Stream.of(standing(input.database()), changes, foreign, ports)
            .flatMap(List::stream)
            .distinct()
            .toList(),
        Stream.of(plan.registerWriter(), plan.registerReaders()).flatMap(List::stream).toList(),
        plan.staleReaders(),
        began,
        clock.instant(),
        switchedAt(plan, lead, writers, input.round().switchedAt(), afterSwitch));
  }

  /**
   * The record of the exposure, which says which database may be registered at all.
   *
   * @throws Conflict if that is another, or if nothing may be changed
   */
  private Exposure followed(Input input) {
    Database database = input.database();
    Exposure exposure = exposures.findOrFirst(database.arn());
    String known = exposure.resourceId();
    Optional<String> hold = holds.on(exposure);
    if (hold.isPresent()) {
      if (database.resourceId().equals(known)) {
        expel(input, exposure);
      }
      throw new Conflict(hold.get());
    }
    if (database.resourceId().equals(known) || database.resourceId().isEmpty()) {
      return exposure;
    }
    if (known != null && database.standing() != Standing.SWITCHED_OVER) {
      throw new Conflict(
          "database %s has the resource id %s; exposed is %s"
              .formatted(database.presentArn(), database.resourceId(), known));
    }
    return exposures.put(exposure.of(database.resourceId()));
  }

  /** All that is done during a hold, after which a database has the members that it had. */
  private void expel(Input input, Exposure exposure) {
    TargetGroups groups = own.of(exposure);
    ForeignTargets.Found found =
        foreign.of(
            exposure,
            groups,
            input.addresses().resolved().stream()
                .map(address -> address.target().address())
                .collect(Collectors.toSet()),
            input.addresses().members().stream()
                .map(Member::resourceId)
                .collect(Collectors.toSet()));
    if (found.none()) {
      return;
    }
    leases.requireRecord(
        input.request().databaseIdentifier(),
        input.executionArn(),
        input.round().number(),
        found.changes(),
        null);
    foreign.expel(exposure, groups, found);
  }

  /** Whatever else is known or not: an address that is another's by name leaves at once. */
  private List<String> expelForeign(
      Input input,
      TargetGroups known,
      List<TargetState> writers,
      List<TargetState> readers,
      TargetPlan plan) {
    Set<Target> ours =
        input.addresses().resolved().stream()
            .map(address -> address.target())
            .collect(Collectors.toSet());
    List<Target> leftWriters = new ArrayList<>(OwnTargets.present(writers));
    leftWriters.removeAll(plan.deregisterWriter());
    leftWriters.removeAll(ours);
    List<Target> leftReaders = new ArrayList<>(OwnTargets.present(readers));
    leftReaders.removeAll(ours);
    Set<Target> suspects = new HashSet<>(leftWriters);
    suspects.addAll(leftReaders);
    Set<String> members =
        input.addresses().members().stream().map(Member::resourceId).collect(Collectors.toSet());
    List<Target> others = own.foreign(suspects, members);
    leftWriters.retainAll(others);
    leftReaders.retainAll(others);
    targets.deregister(known.writerArn(), leftWriters);
    targets.deregister(known.readerArn(), leftReaders);
    return Stream.concat(
            leftWriters.stream().map(target -> "writer group - %s, another's".formatted(target)),
            leftReaders.stream().map(target -> "reader group - %s, another's".formatted(target)))
        .toList();
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

  private Exposure remember(Input input, Exposure exposure, TargetGroups known, TargetPlan plan) {
    Database database = input.database();
    if (input.addresses().members().isEmpty()) {
      return exposure; // nothing was seen, so that what was stays on record
    }
    Exposure.Registered now =
        new Exposure.Registered(
            database.presentArn(),
            input.addresses().members().stream().map(Member::identifier).sorted().toList(),
            plan.writer().orElse(null),
            plan.readers());
    Exposure.Registered before = exposure.registered();
    if (now.equals(before) && known.equals(exposure.groups()) && exposure.absence() == null) {
      return exposure;
    }
    return exposures.put(exposure.with(known).with(now));
  }

  /**
   * All that this pass changes, by its earlier tries too. It is on record before it is done: a try
   * whose reply is lost must hide neither what it changed nor that it switched.
   */
  private List<String> onRecord(Input input, TargetPlan plan, WriterLead lead) {
    String name = input.request().databaseIdentifier();
    int pass = input.round().number();
    List<String> changes = changes(plan, lead);
    if (changes.isEmpty()) {
      return leases.recorded(name, input.executionArn(), pass);
    }
    Instant switchedAt = ends(plan, lead) ? clock.instant() : null;
    List<String> first =
        leases.requireRecord(name, input.executionArn(), pass, changes, switchedAt);
    return Stream.concat(first.stream(), changes.stream()).distinct().toList();
  }

  /** Adding the first writer is no switch: no connection can reach a demoted one. */
  private static @Nullable Instant switchedAt(
      TargetPlan plan,
      WriterLead lead,
      List<TargetState> writers,
      @Nullable Instant earlier,
      Instant now) {
    if (ends(plan, lead)) {
      return now;
    }
    // A run that failed since may have taken it out: when is not known, so it counts from here.
    boolean leaving =
        writers.stream()
            .anyMatch(old -> !old.present() && !plan.registerWriter().contains(old.target()));
    return earlier == null && leaving ? now : earlier;
  }

  /** Whether sessions with a writer are ended. */
  private static boolean ends(TargetPlan plan, WriterLead lead) {
    return !plan.deregisterWriter().isEmpty() || lead.demoted().isPresent();
  }

  private static List<String> changes(TargetPlan plan, WriterLead lead) {
    List<String> changes = new ArrayList<>();
    if (lead.moves()) {
      changes.add("writer port -> " + lead.to());
    }
    lead.demoted().ifPresent(each -> changes.add("port %d -> nobody".formatted(each.port())));
    plan.registerWriter().forEach(target -> changes.add("writer group + " + target));
    plan.deregisterWriter().forEach(target -> changes.add("writer group - " + target));
    plan.registerReaders().forEach(target -> changes.add("reader group + " + target));
    return changes;
  }
}
