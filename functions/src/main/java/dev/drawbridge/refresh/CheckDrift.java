package dev.drawbridge.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.aws.lambda.WarmFunctions;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.inspection.Drift;
import dev.drawbridge.inspection.OutgrownPaths;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.InstancePortPlan;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds, every minute, the databases whose targets have fallen behind, for events that never come,
 * and starts refresh-targets for these only. It also keeps those workers warm, and their versions
 * alive, that start from a snapshot: also while nothing is exposed, or the first onboarding after a
 * quiet fortnight would be refused. A path that leads to another database is refreshed even where
 * nothing else is to be done: one that is stopped for hours keeps its targets, and RDS may give
 * their addresses away. What is on hold is refreshed only then.
 *
 * <p>Calls: 2 to RDS for all databases together (by pages), and every five minutes, or after one
 * that could not be checked, 2 to list what is exposed; 1 a target group of each database whose
 * turn it is ({@link RollingLook}), and none where the record of what is registered does not fit
 * any more; 1 for each instance's own port whose turn it is; 1 to EC2 for each VPC in a new
 * environment, or while a name does not fit; 1 for each worker that it keeps warm; 1 to the table
 * for all looks, and 1 for each path to be looked at sooner.
 */
public final class CheckDrift extends Worker<JsonNode, RefreshesStarted> {
  private static final String FOUND = "drift: ";
  private static final int RANDOM_BYTES = 8;

  private final ExposedGroups groups;
  private final ForeignTargets foreign;
  private final InstanceGroups instances;
  private final Databases databases;
  private final Networks networks;
  private final Targets targets;
  private final Exposures exposures;
  private final Holds holds;
  private final Refreshes refreshes;
  private final OutgrownPaths outgrown;
  private final WarmFunctions path;
  private final NameResolver resolver;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** By VPC, as long as this environment lives. */
  private final Map<String, List<Subnet>> subnets = new HashMap<>();

  /** In Lambda. */
  public CheckDrift() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CheckDrift(Environment environment) {
    super(JsonNode.class);
    this.groups = new ExposedGroups(new Groups(environment.clients())::exposedLately);
    this.foreign = new ForeignTargets(environment);
    this.instances = new InstanceGroups(environment);
    this.databases = new Databases(environment.clients());
    this.networks = new Networks(environment.clients());
    this.targets = new Targets(environment.clients());
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.refreshes = new Refreshes(environment);
    this.outgrown = new OutgrownPaths(environment);
    this.path =
        new WarmFunctions(
            environment.clients(), environment.settings().required(Settings.WARM_FUNCTIONS));
    this.resolver = environment.resolver();
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  public RefreshesStarted handle(JsonNode tick) {
    // First, and whatever becomes of the check: a version that nobody invokes goes inactive.
    List<String> unreached =
        path.warm().stream().map(each -> "could not be kept alive: " + each).toList();
    return check().failing(unreached);
  }

  private RefreshesStarted check() {
    Instant now = clock.instant();
    String cause = RefreshRequest.DRIFT + now.truncatedTo(ChronoUnit.MINUTES);
    Map<String, TargetGroups> exposed = groups.lately(now);
    if (exposed.isEmpty()) {
      return RefreshesStarted.none(cause, "no database is exposed");
    }
    Optional<String> held = holds.installation();
    Map<String, Exposure> records = new HashMap<>();
    List<String> unreadable = new ArrayList<>();
    for (String arn : exposed.keySet()) {
      try {
        records.put(arn, exposures.findOrFirst(arn));
      } catch (RuntimeException poison) {
        unreadable.add(arn + ": " + translated(poison).getMessage());
      }
    }
    Set<String> ids =
        records.values().stream()
            .map(Exposure::resourceId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Turn turn = new Turn(now, cause, records, databases.all(exposed.keySet(), ids), held);
    held.ifPresent(why -> turn.remarks.add("the installation is on hold: " + why));
    turn.unchecked.addAll(unreadable);
    held.filter(Holds::isUnread).ifPresent(turn.unchecked::add);
    // Without its record nobody knows which database it is: nothing is compared, and nothing
    // changes.
    RollingLook.order(exposed.keySet(), records, now)
        .forEach(arn -> turn.check(arn, Objects.requireNonNull(exposed.get(arn))));
    turn.hastenLooks();
    return turn.record();
  }

  @Override
  protected Optional<String> remark(RefreshesStarted output) {
    return output.refreshes().isEmpty() && output.remarks().isEmpty() && output.failed().isEmpty()
        ? Optional.empty()
        : Refreshes.line(output);
  }

  /** Its own figure, and so its own alarm: one database hides no failed sweep. */
  @Override
  protected Optional<Metrics> metrics(RefreshesStarted output) {
    return Optional.of(
        new Metrics(
            clock.instant(),
            List.of(),
            List.of(new Metrics.Metric("FailedDriftChecks", "Count", output.failed().size()))));
  }

  /** What is registered by the record: where that has fallen behind nobody has to ask AWS. */
  private static Optional<String> byRecord(Resolution now, Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered == null || record.ledTo() != null
        ? Optional.empty()
        : Drift.of(now, registered.writers(), registered.readerStates())
            .map(RefreshRequest.CHANGE::concat);
  }

  /** One turn: what has been found so far. */
  private final class Turn {
    private final Instant now;
    private final String cause;
    private final Map<String, Exposure> records;
    private final Map<String, DatabaseFacts> found;
    private final OtherInstances others;
    private final boolean held;
    private final int instanceGroups;
    private final Set<String> asked = new HashSet<>();
    private final List<Refresh> started = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    Turn(
        Instant now,
        String cause,
        Map<String, Exposure> records,
        Databases.Listing found,
        Optional<String> held) {
      this.now = now;
      this.cause = cause;
      this.records = records;
      this.found = found.databases();
      this.others = new OtherInstances(found.instances(), resolver);
      this.held = held.isPresent();
      this.instanceGroups = RollingLook.instanceGroups(records);
    }

    void check(String arn, TargetGroups ours) {
      Exposure record = records.getOrDefault(arn, Exposure.first(arn));
      String hold = record.settings().hold();
      if (hold != null) {
        remarks.add("%s is on hold: %s".formatted(arn, hold));
      }
      try {
        start(arn, record, hold != null, ours);
      } catch (RuntimeException failure) {
        again(arn, record, hold != null, ours, failure);
      }
    }

    /** Last: that a look comes later than it could keeps no target from being followed. */
    void hastenLooks() {
      try {
        outgrown.hasten(records, this::known, now);
      } catch (RuntimeException failure) {
        unchecked.add("what looks have seen: " + translated(failure).getMessage());
      }
    }

    /** Groups that were taken down since they were listed are no trouble. */
    private void again(
        String arn, Exposure record, boolean hold, TargetGroups ours, RuntimeException failure) {
      try {
        TargetGroups there = groups.anew(now).get(arn);
        if (ours.equals(there)) {
          throw failure;
        }
        if (there != null) {
          start(arn, record, hold, there);
        }
      } catch (RuntimeException still) {
        // The others are checked all the same: theirs may be the one that has drifted.
        unchecked.add(arn + ": " + ErrorTable.translate(still).getMessage());
      }
    }

    private void start(String arn, Exposure record, boolean hold, TargetGroups ours) {
      (held || hold ? another(record, ours) : reason(record, ours))
          .filter(reason -> !isAtIt(record) || hasAnotherWriter(record))
          .map(reason -> refreshes.start(arn, reason, mark()))
          .ifPresent(started::add);
    }

    /** Anybody can foresee the minute, and take the names of all runs that it would give. */
    private String mark() {
      return cause + " " + RandomHex.of(random, RANDOM_BYTES);
    }

    /** A run that has yet to take somebody out needs nobody to remind it. */
    private boolean isAtIt(Exposure record) {
      Exposure.Registered registered = record.registered();
      return registered != null && registered.waits() && refreshes.isUnderWay(record.databaseArn());
    }

    /** Whether the database has got another writer since that run registered one. */
    private boolean hasAnotherWriter(Exposure record) {
      Exposure.Registered registered = record.registered();
      return registered != null
          && known(record)
              .map(this::resolved)
              .filter(now -> Drift.ofWriter(now, registered))
              .isPresent();
    }

    /** During a hold nothing else is a reason: a run would change nothing. */
    private Optional<String> another(Exposure record, TargetGroups ours) {
      List<Member> members =
          known(record).map(facts -> facts.topology().members()).orElse(List.of());
      ForeignTargets.Found found =
          foreign.of(
              record,
              ours,
              mayBeAt(members),
              this::isDue,
              suspects -> others.among(suspects, own(record)));
      return found.none()
          ? Optional.empty()
          : Optional.of(FOUND + "it leads to another's: " + found.changes());
    }

    private Optional<String> reason(Exposure record, TargetGroups ours) {
      Optional<DatabaseFacts> facts = known(record);
      if (facts.filter(there -> leads(there, record)).isEmpty()) {
        boolean bare =
            OwnTargets.present(targets.of(ours.writerArn())).isEmpty()
                && OwnTargets.present(targets.of(ours.readerArn())).isEmpty()
                && instances.read(record, this::isDue).stream().allMatch(InstanceGroups.Held::none);
        remarks.add(
            "%s is exposed but gone%s"
                .formatted(record.databaseArn(), bare ? ", and so are its targets" : ""));
        return bare ? Optional.empty() : Optional.of(FOUND + "it is not to be found");
      }
      // Its addresses stay, and the groups fit, though a switchover has put another in its place.
      if (record.absence() == null && !facts.get().arn().equals(lastCalled(record))) {
        return Optional.of((FOUND + "it is called %s now").formatted(facts.get().arn()));
      }
      return record.absence() == null
          ? drift(facts.get(), ours, record)
          : Optional.of(FOUND + "it is there again");
    }

    /**
     * Whether there is somebody to be led to: not where the resource id is to be found under
     * another name, but its successor is gone.
     */
    private static boolean leads(DatabaseFacts there, Exposure record) {
      Exposure.Absence absence = record.absence();
      boolean superseded = absence != null && absence.superseded();
      return !there.topology().members().isEmpty()
          && (!superseded || there.arn().equals(record.databaseArn()));
    }

    private Optional<String> drift(DatabaseFacts facts, TargetGroups ours, Exposure record) {
      Resolution now = resolved(facts);
      Optional<String> byRecord = byRecord(now, record);
      boolean asks =
          byRecord.isEmpty()
              && (record.registered() == null
                  || RollingLook.due(record.databaseArn(), records, clock.instant()));
      return byRecord
          .or(() -> asks ? inGroups(facts, now, ours, record) : Optional.empty())
          // By the record, too: a run that reads all groups would find nothing else.
          .or(
              () ->
                  Drift.ofInstances(record, ours, now, clock.instant())
                      .map(RefreshRequest.CHANGE::concat))
          .or(() -> toAnother(facts, now, onRecord(record)))
          .or(() -> atPorts(now, record));
    }

    /** What somebody else has done to the groups of instances' own ports. */
    private Optional<String> atPorts(Resolution now, Exposure record) {
      InstancePortPlan plan = InstancePortPlan.of(record, now.addresses(), clock.instant());
      return plan.ports().stream()
          .filter(this::isDue)
          .flatMap(
              port ->
                  targets.find(Objects.requireNonNull(port.groupArn())).stream()
                      .flatMap(group -> Drift.ofInstance(plan, port, group).stream()))
          .findFirst()
          .map(FOUND::concat);
    }

    private boolean isDue(InstancePort port) {
      return RollingLook.due(port, instanceGroups, clock.instant());
    }

    private Optional<String> inGroups(
        DatabaseFacts facts, Resolution now, TargetGroups ours, Exposure record) {
      List<TargetState> writers = targets.of(record.writersOr(ours.writerArn()));
      List<TargetState> readers = targets.of(ours.readerArn());
      return Drift.of(now, writers, readers)
          .map(FOUND::concat)
          .or(() -> toAnother(facts, now, byRole(record, writers, readers)));
    }

    private static List<TargetState> onRecord(Exposure record) {
      Exposure.Registered registered = record.registered();
      return registered == null
          ? List.of()
          : byRole(record, registered.writers(), registered.readerStates());
    }

    /**
     * An instance's own group, to which the writer's port may lead, is looked after with its port.
     */
    private static List<TargetState> byRole(
        Exposure record, List<TargetState> writers, List<TargetState> readers) {
      return record.ledTo() == null
          ? Stream.concat(writers.stream(), readers.stream()).toList()
          : readers;
    }

    /** Targets of nobody who serves stay as they are, unless somebody else has their address. */
    private Optional<String> toAnother(
        DatabaseFacts facts, Resolution now, List<TargetState> held) {
      List<Member> members = facts.topology().members();
      // Mostly nobody is left, and no name has to be looked up once more.
      List<Target> nobodys = new ArrayList<>(OwnTargets.present(held));
      now.addresses().resolved().forEach(each -> nobodys.remove(each.target()));
      Set<String> own = nobodys.isEmpty() ? Set.of() : mayBeAt(members);
      List<Target> foreign =
          others.among(
              nobodys.stream().filter(each -> !own.contains(each.address())).toList(),
              OwnInstances.of(facts.arn(), members));
      return foreign.isEmpty()
          ? Optional.empty()
          : Optional.of(FOUND + "it leads to another's: " + foreign);
    }

    /** The name of an instance that does not serve may lead where it was. */
    private Set<String> mayBeAt(List<Member> members) {
      return members.stream()
          .filter(member -> member.serving() != Serving.DOES_NOT_SERVE)
          .map(Member::endpoint)
          .filter(name -> !name.isEmpty())
          .flatMap(name -> resolver.addresses(name).stream())
          .collect(Collectors.toSet());
    }

    /**
     * A subnet never changes: they are asked about anew, once a turn, where a name does not fit.
     */
    private Resolution resolved(DatabaseFacts facts) {
      String vpc = facts.vpcId();
      Resolution now = resolution(facts, subnets.computeIfAbsent(vpc, this::ask));
      if (now.complete() || asked.contains(vpc)) {
        return now;
      }
      List<Subnet> anew = ask(vpc);
      subnets.put(vpc, anew);
      return resolution(facts, anew);
    }

    private List<Subnet> ask(String vpc) {
      asked.add(vpc);
      return networks.subnets(vpc);
    }

    private Resolution resolution(DatabaseFacts facts, List<Subnet> known) {
      return Resolution.of(facts.topology().members(), known, resolver::addresses);
    }

    private static String lastCalled(Exposure record) {
      Exposure.Registered registered = record.registered();
      return registered == null ? record.databaseArn() : registered.presentArn();
    }

    /** By its resource id, if that is known: its name may be another's by now. */
    private Optional<DatabaseFacts> known(Exposure record) {
      String id = record.resourceId();
      return id == null
          ? Optional.ofNullable(found.get(record.databaseArn()))
          : found.values().stream().filter(facts -> facts.resourceId().equals(id)).findFirst();
    }

    /** What bears the name of one that is nowhere is another. */
    private OwnInstances own(Exposure record) {
      return known(record)
          .map(facts -> OwnInstances.of(facts.arn(), facts.topology().members()))
          .orElseGet(
              () ->
                  OwnInstances.of(
                      record,
                      found.containsKey(record.databaseArn())
                          ? Standing.REPLACED
                          : Standing.ABSENT));
    }

    /** What the turn has led to. */
    RefreshesStarted record() {
      return new RefreshesStarted(
              cause,
              started,
              remarks,
              unchecked.stream().map(each -> "could not be checked: " + each).toList())
          .unforeseen();
    }
  }
}
