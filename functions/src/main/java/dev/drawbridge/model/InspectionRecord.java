package dev.drawbridge.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the looks at one database's path have found so far, and what people know of it.
 *
 * @param version counts the writes; two writers never overwrite each other
 * @param serviceId of the endpoint service, as last seen: what a notice names; null before
 * @param lookedAt the last look that saw everything; null before
 * @param nextAt when to look again
 * @param known what is wrong at the moment
 * @param putBack what was put back in the last 24 hours
 * @param guards security groups of the database that looks have seen, as long as a rule of ours
 *     stands in them
 * @param parameters what the database's parameters said when they were read last; null before
 * @param shape what of the database the path was last held against; null before, and in what
 *     earlier releases wrote
 */
public record InspectionRecord(
    String databaseArn,
    long version,
    @Nullable String serviceId,
    @Nullable Instant lookedAt,
    Instant nextAt,
    List<Known> known,
    List<PutBack> putBack,
    List<String> guards,
    @Nullable ParametersSeen parameters,
    @Nullable DatabaseShape shape) {
  /** Keeps copies. */
  public InspectionRecord {
    Objects.requireNonNull(databaseArn, "databaseArn");
    Objects.requireNonNull(nextAt, "nextAt");
    known = List.copyOf(known);
    putBack = List.copyOf(putBack);
    // Null in what earlier releases wrote.
    guards = guards == null ? List.of() : List.copyOf(guards);
  }

  /**
   * Something that is wrong.
   *
   * @param key tells it apart from all others
   * @param since the first look that found it
   * @param told whether people know of it in these words
   */
  public record Known(
      String key,
      String kind,
      String text,
      String weight,
      String whose,
      String remedy,
      Instant since,
      boolean told) {}

  /**
   * Something of ours that a run was started for at that time, to put it back or to ask about it.
   *
   * @param outcome what became of the run, as far as it was looked at
   * @param failure why it failed; null if it did not
   * @param failures how many runs for the same had failed before
   * @param principal whose onboarding alone it concerns; null if every consumer's, and in what
   *     earlier releases wrote
   * @param run the name of the run, which nobody could foresee; null where nobody asks what became
   *     of it, and in what earlier releases wrote
   */
  public record PutBack(
      String key,
      Instant at,
      Outcome outcome,
      @Nullable String failure,
      int failures,
      @Nullable String principal,
      @Nullable String run) {
    /** What became of a run. */
    public enum Outcome {
      STARTED,
      RUNNING,
      DONE,
      FAILED
    }

    /** Reads what earlier releases wrote. */
    public PutBack {
      outcome = outcome == null ? Outcome.STARTED : outcome;
    }

    /** A first one, just started. */
    public static PutBack started(String key, Instant at, @Nullable String principal) {
      return new PutBack(key, at, Outcome.STARTED, null, 0, principal, null);
    }

    /** Another one after this. */
    public PutBack again(Instant now) {
      int failed = outcome == Outcome.FAILED ? failures + 1 : 0;
      return new PutBack(key, now, Outcome.STARTED, null, failed, principal, null);
    }

    /** The same by the run of that name. */
    public PutBack by(String name) {
      return new PutBack(key, at, outcome, failure, failures, principal, name);
    }

    /** The same, looked at. */
    public PutBack with(RunState state) {
      return switch (state.status()) {
        case RUNNING -> new PutBack(key, at, Outcome.RUNNING, null, failures, principal, run);
        case SUCCEEDED -> new PutBack(key, at, Outcome.DONE, null, failures, principal, run);
        case ABSENT ->
            new PutBack(key, at, Outcome.FAILED, "it was not started", failures, principal, run);
        case FAILED ->
            new PutBack(key, at, Outcome.FAILED, state.failure(), failures, principal, run);
      };
    }
  }

  /** Of a database that was never looked at. */
  public static InspectionRecord first(String databaseArn) {
    return new InspectionRecord(
        databaseArn, 0, null, null, Instant.EPOCH, List.of(), List.of(), List.of(), null, null);
  }

  /** What is known under that key. */
  public Optional<Known> known(String key) {
    return known.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** What was last done about that. */
  public Optional<PutBack> lastPutBack(String key) {
    return putBack.stream()
        .filter(each -> each.key().equals(key))
        .max(Comparator.comparing(PutBack::at));
  }

  /** The same of the service with this id. */
  public InspectionRecord of(@Nullable String service) {
    return new InspectionRecord(
        databaseArn, version, service, lookedAt, nextAt, known, putBack, guards, parameters, shape);
  }

  /** The same with what a look has seen of the database, for the next one. */
  public InspectionRecord seeing(
      List<String> groups, @Nullable ParametersSeen read, @Nullable DatabaseShape now) {
    return new InspectionRecord(
        databaseArn, version, serviceId, lookedAt, nextAt, known, putBack, groups, read, now);
  }

  /**
   * The same after another look.
   *
   * @param at of the last look that saw everything; null before
   * @param next when to look again
   * @param wrong at the moment
   */
  public InspectionRecord looked(@Nullable Instant at, Instant next, List<Known> wrong) {
    return new InspectionRecord(
        databaseArn, version, serviceId, at, next, wrong, putBack, guards, parameters, shape);
  }

  /** The same, due at that time at the latest. */
  public InspectionRecord dueAt(Instant at) {
    Instant next = at.isBefore(nextAt) ? at : nextAt;
    return new InspectionRecord(
        databaseArn, version, serviceId, lookedAt, next, known, putBack, guards, parameters, shape);
  }

  /** Whether the path was held against another database than this, by what it has to fit. */
  public boolean outgrownBy(DatabaseFacts now) {
    return shape != null && !shape.covers(DatabaseShape.of(now));
  }

  /** The same with what was put back. */
  public InspectionRecord withPutBack(List<PutBack> value) {
    return new InspectionRecord(
        databaseArn, version, serviceId, lookedAt, nextAt, known, value, guards, parameters, shape);
  }

  /** The same as a successor of that version. */
  public InspectionRecord at(long value) {
    return new InspectionRecord(
        databaseArn, value, serviceId, lookedAt, nextAt, known, putBack, guards, parameters, shape);
  }

  /** The same in its next version. */
  public InspectionRecord next() {
    return at(version + 1);
  }
}
