package dev.drawbridge.refresh;

import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.dynamodb.Fingerprints;
import dev.drawbridge.inspection.OutgrownPaths;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import dev.drawbridge.runtime.Environment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One sweep: starts runs for the databases that there is a reason for, and gathers what becomes of
 * it. A database that cannot be checked keeps no other from being followed.
 */
final class DriftSweep {
  private final Instant startedAt;
  private final ExposedDatabases databases;
  private final DriftReasons reasons;
  private final ExposedGroups groups;
  private final Refreshes refreshes;
  private final RandomGenerator random;
  private final List<Refresh> started = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();

  /** Has found nothing yet. */
  DriftSweep(
      Instant startedAt,
      ExposedDatabases databases,
      DriftReasons reasons,
      ExposedGroups groups,
      Refreshes refreshes,
      Environment environment) {
    this.startedAt = startedAt;
    this.databases = databases;
    this.reasons = reasons;
    this.groups = groups;
    this.refreshes = refreshes;
    this.random = environment.random();
  }

  /** What brings about the sweep of that minute. */
  static String cause(Instant startedAt) {
    return RefreshRequest.DRIFT + startedAt.truncatedTo(ChronoUnit.MINUTES);
  }

  /** For people: what is not to be seen by the runs that it starts. */
  void remark(String what) {
    remarks.add(what);
  }

  /** For people: what could not be checked, and why. */
  void unchecked(String what) {
    unchecked.add(what);
  }

  /** After all have been looked at: runs that wait read of their own what they do not find. */
  void leave(Fingerprints fingerprints) {
    try {
      fingerprints.put(databases.fingerprints(reasons.lookedUp()), startedAt);
    } catch (RuntimeException failure) {
      remark("what was read is kept from runs: " + ErrorTable.translate(failure).getMessage());
    }
  }

  /**
   * Looks at one database.
   *
   * @param ours its groups as they were listed, which may be some minutes ago
   */
  void check(String arn, TargetGroups ours) {
    Exposure record = databases.record(arn);
    String hold = record.settings().hold();
    if (hold != null) {
      remark("%s is on hold: %s".formatted(arn, hold));
    }
    try {
      start(arn, record, ours);
    } catch (RuntimeException failure) {
      again(arn, record, ours, failure);
    }
  }

  /** Last: that a look comes later than it could keeps no target from being followed. */
  void hastenLooks(OutgrownPaths outgrown) {
    try {
      outgrown.hasten(databases.records(), databases::facts, startedAt);
    } catch (RuntimeException failure) {
      unchecked("what looks have seen: " + ErrorTable.translate(failure).getMessage());
    }
  }

  /** What it has led to. */
  RefreshesStarted outcome() {
    return new RefreshesStarted(
            cause(startedAt),
            started,
            remarks,
            unchecked.stream().map(each -> "could not be checked: " + each).toList())
        .unforeseen();
  }

  /** Groups that were taken down since they were listed are no trouble. */
  private void again(String arn, Exposure record, TargetGroups ours, RuntimeException failure) {
    try {
      TargetGroups there = groups.anew(startedAt).get(arn);
      if (ours.equals(there)) {
        throw failure;
      }
      if (there != null) {
        start(arn, record, there);
      }
    } catch (RuntimeException still) {
      // The others are checked all the same: theirs may be the one that has drifted.
      unchecked(arn + ": " + ErrorTable.translate(still).getMessage());
    }
  }

  private void start(String arn, Exposure record, TargetGroups ours) {
    reasons
        .of(record, ours, this::remark)
        .filter(reason -> !isAtIt(record) || reasons.hasAnotherWriter(record))
        .map(reason -> refreshes.start(arn, reason, mark()))
        .ifPresent(started::add);
  }

  /** Anybody can foresee the minute, and take the names of all runs that it would give. */
  private String mark() {
    return cause(startedAt) + " " + RandomHex.of(random);
  }

  /** A run that has yet to take somebody out needs nobody to remind it. */
  private boolean isAtIt(Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered != null && registered.waits() && refreshes.isUnderWay(record.databaseArn());
  }
}
