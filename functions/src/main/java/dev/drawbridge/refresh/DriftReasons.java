package dev.drawbridge.refresh;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.inspection.Drift;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Why a database is refreshed: the first reason of a list, in the order of what each costs to find
 * out. First what RDS says of the database, then what is on record of its targets, then what its
 * groups hold.
 */
final class DriftReasons {
  private static final String FOUND = "drift: ";

  private final ExposedDatabases databases;
  private final GroupLooks looks;
  private final Whereabouts whereabouts;
  private final boolean held;
  private final InstantSource clock;

  /**
   * Of one sweep.
   *
   * @param held whether the installation is on hold
   */
  DriftReasons(
      ExposedDatabases databases,
      GroupLooks looks,
      Whereabouts whereabouts,
      boolean held,
      InstantSource clock) {
    this.databases = databases;
    this.looks = looks;
    this.whereabouts = whereabouts;
    this.held = held;
    this.clock = clock;
  }

  /**
   * The first reason; empty where nothing is to be done.
   *
   * @param remarks takes what people should know besides
   */
  Optional<String> of(Exposure record, TargetGroups ours, Consumer<String> remarks) {
    if (held || record.settings().hold() != null) {
      return leadsToAnother(record, ours);
    }
    Optional<DatabaseFacts> facts = databases.facts(record).filter(there -> leads(there, record));
    if (facts.isEmpty()) {
      return left(record, ours, remarks, "gone", "it is not to be found");
    }
    if (ours.elsewhere(facts.get().vpcId())) {
      String there = "in " + facts.get().vpcId() + " now";
      return left(record, ours, remarks, there, "it is " + there);
    }
    return renamed(facts.get(), record)
        .or(() -> thereAgain(record))
        .or(() -> drift(facts.get(), ours, record));
  }

  /** Where instances were found meanwhile, by the database's ARN. */
  Map<String, Resolution> lookedUp() {
    return whereabouts.found();
  }

  /** Whether the database has got another writer since a run registered one. */
  boolean hasAnotherWriter(Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered != null
        && databases
            .facts(record)
            .filter(facts -> !elsewhere(facts, record))
            .map(whereabouts::resolved)
            .filter(now -> Drift.ofWriter(now, registered))
            .isPresent();
  }

  private static boolean elsewhere(DatabaseFacts facts, Exposure record) {
    TargetGroups groups = record.groups();
    return groups != null && groups.elsewhere(facts.vpcId());
  }

  /** During a hold nothing else is a reason: a run would change nothing. */
  private Optional<String> leadsToAnother(Exposure record, TargetGroups ours) {
    // The name of one that has moved leads to an address of another VPC.
    List<Member> members =
        databases
            .facts(record)
            .filter(facts -> !ours.elsewhere(facts.vpcId()))
            .map(facts -> facts.topology().members())
            .orElse(List.of());
    ForeignTargets.Found found =
        looks.foreign(
            record,
            ours,
            whereabouts.mayBeAt(members),
            suspects -> whereabouts.anothers(suspects, databases.own(record), ours));
    return found.none() ? Optional.empty() : Optional.of(another(found.changes()));
  }

  /**
   * Whether there is somebody to be led to: not where the resource id is to be found under another
   * name, but its successor is gone.
   */
  private static boolean leads(DatabaseFacts there, Exposure record) {
    Exposure.Absence absence = record.absence();
    boolean superseded = absence != null && absence.superseded();
    return !there.topology().members().isEmpty()
        && (!superseded || there.arn().equals(record.databaseArn()));
  }

  /** Nobody is to be led there, so that nobody may be left behind. */
  private Optional<String> left(
      Exposure record, TargetGroups ours, Consumer<String> remarks, String where, String reason) {
    boolean bare = looks.bare(record, ours);
    remarks.accept(
        "%s is exposed but %s%s"
            .formatted(
                record.databaseArn(), where, bare ? ", and none of its targets is left" : ""));
    return bare ? Optional.empty() : Optional.of(FOUND + reason);
  }

  /** Its addresses stay, and the groups fit, though a switchover has put another in its place. */
  private static Optional<String> renamed(DatabaseFacts facts, Exposure record) {
    return record.absence() == null && !facts.arn().equals(lastCalled(record))
        ? Optional.of((FOUND + "it is called %s now").formatted(facts.arn()))
        : Optional.empty();
  }

  private static String lastCalled(Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered == null ? record.databaseArn() : registered.presentArn();
  }

  private static Optional<String> thereAgain(Exposure record) {
    return record.absence() == null ? Optional.empty() : Optional.of(FOUND + "it is there again");
  }

  private Optional<String> drift(DatabaseFacts facts, TargetGroups ours, Exposure record) {
    Resolution now = whereabouts.resolved(facts);
    return byRecord(now, record)
        .or(() -> inGroups(facts, now, ours, record))
        // By the record, too: a run that reads all groups would find nothing else.
        .or(() -> ofInstances(now, ours, record))
        .or(() -> toAnother(facts, now, onRecord(record), ours))
        .or(() -> looks.atPorts(now, record).map(FOUND::concat));
  }

  /** What is registered by the record: where that has fallen behind nobody has to ask AWS. */
  private static Optional<String> byRecord(Resolution now, Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered == null || record.ledTo() != null
        ? Optional.empty()
        : Drift.of(now, registered.writers(), registered.readerStates())
            .map(RefreshRequest.CHANGE::concat);
  }

  private Optional<String> inGroups(
      DatabaseFacts facts, Resolution now, TargetGroups ours, Exposure record) {
    if (record.registered() != null && !looks.isDue(record)) {
      return Optional.empty();
    }
    GroupLooks.Held there = looks.read(record, ours);
    return Drift.of(now, there.writers(), there.readers())
        .map(FOUND::concat)
        .or(() -> toAnother(facts, now, byRole(record, there.writers(), there.readers()), ours));
  }

  private Optional<String> ofInstances(Resolution now, TargetGroups ours, Exposure record) {
    return Drift.ofInstances(record, ours, now, clock.instant()).map(RefreshRequest.CHANGE::concat);
  }

  private Optional<String> toAnother(
      DatabaseFacts facts, Resolution now, List<TargetState> targets, TargetGroups ours) {
    List<Target> foreign = whereabouts.anothers(facts, now, targets, ours);
    return foreign.isEmpty() ? Optional.empty() : Optional.of(another(foreign));
  }

  private static String another(List<?> whose) {
    return FOUND + "it leads to another's: " + whose;
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
}
