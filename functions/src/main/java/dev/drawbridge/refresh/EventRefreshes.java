package dev.drawbridge.refresh;

import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Switchovers;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.rds.BlueGreenDeployments;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.refresh.EventSubject.Any;
import dev.drawbridge.refresh.EventSubject.Deployment;
import dev.drawbridge.refresh.EventSubject.Named;
import dev.drawbridge.refresh.EventSubject.Unusable;
import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Starts refresh-targets for the database that an event of RDS is about, if it is exposed.
 *
 * <p>An instance is mapped to its cluster or its source. One that RDS does not know may have been a
 * part of those exposed databases whose record names it. A blue/green deployment names both of its
 * databases. Calls: 1 to the table for a database on record, and 3 for an instance of one; for all
 * others 1 to 3 to the table, now and then 1 to RDS, and 1 by pages to see that there are no
 * groups; those of {@link Refreshes} for each that is refreshed. What is exposed is listed only for
 * an event that names no database or one that is gone.
 */
final class EventRefreshes {
  private final Groups groups;
  private final Databases databases;
  private final KnownOwners owners;
  private final Exposures exposures;
  private final Switchovers switchovers;
  private final InstantSource clock;
  private final BlueGreenDeployments deployments;
  private final Refreshes refreshes;

  EventRefreshes(Environment environment) {
    this.groups = new Groups(environment.clients());
    this.databases = new Databases(environment.clients());
    this.exposures = Stores.exposures(environment);
    this.switchovers = Stores.switchovers(environment);
    this.clock = environment.clock();
    this.owners = new KnownOwners(databases::owner, clock);
    this.deployments = new BlueGreenDeployments(environment.clients());
    this.refreshes = new Refreshes(environment);
  }

  /** Groups and the mark for a run that there never are. Calls: 1 by pages, and 4. */
  List<Runnable> priming() {
    return List.of(
        () -> groups.find(Exposures.NEVER),
        () -> exposures.find(Exposures.NEVER),
        () -> databases.owner("no-database"),
        refreshes::prime);
  }

  /** Starts what one event asks for, unless another of its batch has. */
  RefreshesStarted of(DatabaseEvent event, EventBatch batch) {
    String cause = cause(event);
    return switch (EventSubject.of(event)) {
      case Unusable(String reason) -> RefreshesStarted.none(cause, reason);
      case Any(String reason) -> any(groups.exposed(), cause, reason, batch);
      case Deployment(String arn, String reason) ->
          deployment(groups.exposed(), arn, cause, reason, batch);
      case Named(String arn) -> named(arn, cause, batch);
    };
  }

  /** Reads only what is on record of the one: where many are exposed an event costs no more. */
  private RefreshesStarted named(String arn, String cause, EventBatch batch) {
    boolean instance = !arn.contains(":cluster:");
    Optional<Exposure> record =
        built(arn).or(() -> instance ? exposures.having(arn) : Optional.empty());
    if (record.isPresent()) {
      return one(record.get().databaseArn(), cause, batch);
    }
    // A cluster that is not exposed owns itself.
    Optional<String> owner = instance ? owners.of(arn) : Optional.of(arn);
    if (owner.isEmpty()) {
      return formerOwners(groups.exposed(), arn, cause, batch);
    }
    return isExposed(owner.get(), arn)
        ? one(owner.get(), cause, batch)
        : RefreshesStarted.none(cause, owner.get() + " is not exposed");
  }

  private RefreshesStarted one(String arn, String cause, EventBatch batch) {
    return new RefreshesStarted(cause, List.of(start(arn, cause, batch)), List.of());
  }

  private Refresh start(String arn, String cause, EventBatch batch) {
    return batch.once(arn, cause, () -> refreshes.startUnlessUnderWay(arn, cause, cause));
  }

  private Optional<Exposure> built(String arn) {
    return exposures.find(arn).filter(exposure -> exposure.groups() != null);
  }

  /** A record that was lost, or not written yet, hides nothing: AWS knows the groups by name. */
  private boolean isExposed(String arn, String alreadyRead) {
    boolean onRecord = !arn.equals(alreadyRead) && built(arn).isPresent();
    return onRecord || groups.find(arn).isPresent();
  }

  /** An instance that RDS does not know (any more) may have been a part of one that is exposed. */
  private RefreshesStarted formerOwners(
      Map<String, TargetGroups> exposed, String arn, String cause, EventBatch batch) {
    String name = DatabaseArn.nameIn(arn);
    List<Refresh> started =
        each(exposed.keySet(), database -> had(exposures.find(database), name), cause, batch);
    return new RefreshesStarted(cause, started, List.of(arn + " is not known to RDS (any more)"));
  }

  private static boolean had(Optional<Exposure> exposure, String instance) {
    return exposure
        .map(Exposure::registered)
        .map(registered -> registered.members().contains(instance))
        .orElse(true);
  }

  private RefreshesStarted any(
      Map<String, TargetGroups> exposed, String cause, String remark, EventBatch batch) {
    return new RefreshesStarted(
        cause, each(exposed.keySet(), one -> true, cause, batch), List.of(remark));
  }

  /**
   * Starts a run for each that fits; one that cannot be looked up stops no other.
   *
   * @throws TransientFailure at the end, if there was one: the event comes again, and those that
   *     were started are not started twice
   */
  private List<Refresh> each(
      Set<String> databases, Predicate<String> fits, String cause, EventBatch batch) {
    List<Refresh> started = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (String database : databases) {
      try {
        if (fits.test(database)) {
          started.add(start(database, cause, batch));
        }
      } catch (RuntimeException failure) {
        failed.add(database + ": " + ErrorTable.translate(failure).getMessage());
      }
    }
    if (!failed.isEmpty()) {
      throw new TransientFailure("could not be refreshed: " + String.join("; ", failed));
    }
    return started;
  }

  private RefreshesStarted deployment(
      Map<String, TargetGroups> exposed,
      String arn,
      String cause,
      String remark,
      EventBatch batch) {
    List<String> both = deployments.databases(arn);
    both.stream().filter(exposed::containsKey).forEach(this::remember);
    List<Refresh> started =
        both.stream()
            .filter(exposed::containsKey)
            .map(database -> start(database, cause, batch))
            .toList();
    return new RefreshesStarted(cause, started, List.of(remark + ", of " + both));
  }

  /**
   * Which database stands there now, while a completed deployment still pairs it with the one on
   * record: the run that follows may come late, and both may be deleted by then.
   */
  private void remember(String arn) {
    String before = exposures.find(arn).map(Exposure::resourceId).orElse(null);
    Optional<DatabaseFacts> now = databases.find(arn);
    if (before == null || now.isEmpty() || now.get().resourceId().equals(before)) {
      return;
    }
    databases
        .byResourceId(arn, before)
        .flatMap(old -> deployments.successor(old.arn()))
        .filter(arn::equals)
        .ifPresent(
            successor -> switchovers.put(arn, before, now.get().resourceId(), clock.instant()));
  }

  /** Unique of the event, and the same for both copies of a doubled one. */
  private static String cause(DatabaseEvent event) {
    DatabaseEvent.Detail detail = event.detail();
    return (RefreshRequest.EVENT + "%s %s")
        .formatted(detail == null ? "" : detail.eventId(), event.id());
  }
}
