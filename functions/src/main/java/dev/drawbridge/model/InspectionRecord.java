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
 * @param gone what passes by itself, was wrong, and is gone since lately
 * @param untold what people have to be told and could not be yet
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
    @Nullable DatabaseShape shape,
    List<Known> gone,
    List<Untold> untold) {
  /** So many characters of what is untold are kept: an item of the table holds 400 KB. */
  private static final int MOST_UNTOLD = 60_000;

  /** Keeps copies. */
  public InspectionRecord {
    Objects.requireNonNull(databaseArn, "databaseArn");
    Objects.requireNonNull(nextAt, "nextAt");
    known = List.copyOf(known);
    putBack = List.copyOf(putBack);
    // Null in what earlier releases wrote.
    guards = guards == null ? List.of() : List.copyOf(guards);
    gone = gone == null ? List.of() : List.copyOf(gone);
    untold = untold == null ? List.of() : List.copyOf(untold);
  }

  /**
   * A line that people have to be told.
   *
   * @param at the look that had it
   */
  public record Untold(Instant at, String line) {}

  /**
   * Something that is wrong.
   *
   * @param key tells it apart from all others
   * @param since the first look that found it
   * @param told whether people know of it in these words, and not that it is over
   * @param from later than {@code since} by the pauses in which it was gone; null without any
   * @param goneAt the first look that did not find it any more; null while it stands
   * @param toldAt when people were told of it last; null before, and in what earlier releases wrote
   * @param returns how often it has come back since
   */
  public record Known(
      String key,
      String kind,
      String text,
      String weight,
      String whose,
      String remedy,
      Instant since,
      boolean told,
      @Nullable Instant from,
      @Nullable Instant goneAt,
      @Nullable Instant toldAt,
      int returns) {
    /** The same, told at that time. */
    public Known toldAt(Instant now) {
      return new Known(
          key, kind, text, weight, whose, remedy, since, true, from, goneAt, now, returns);
    }

    /** The same, not found any more by the look of that time. */
    public Known goneAt(Instant now) {
      return new Known(
          key, kind, text, weight, whose, remedy, since, told, from, now, toldAt, returns);
    }

    /** The same, once people know that it is over. */
    public Known over() {
      return new Known(
          key, kind, text, weight, whose, remedy, since, false, from, goneAt, toldAt, returns);
    }
  }

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
        databaseArn,
        0,
        null,
        null,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  /** What is known under that key. */
  public Optional<Known> known(String key) {
    return known.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** What is known under that key, though it is gone at the moment. */
  public Optional<Known> gone(String key) {
    return gone.stream().filter(each -> each.key().equals(key)).findFirst();
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
        databaseArn,
        version,
        service,
        lookedAt,
        nextAt,
        known,
        putBack,
        guards,
        parameters,
        shape,
        gone,
        untold);
  }

  /** The same with what a look has seen of the database, for the next one. */
  public InspectionRecord seeing(
      List<String> groups, @Nullable ParametersSeen read, @Nullable DatabaseShape now) {
    return new InspectionRecord(
        databaseArn,
        version,
        serviceId,
        lookedAt,
        nextAt,
        known,
        putBack,
        groups,
        read,
        now,
        gone,
        untold);
  }

  /**
   * The same after another look.
   *
   * @param at of the last look that saw everything; null before
   * @param next when to look again
   * @param wrong at the moment
   * @param left what is gone since lately
   */
  public InspectionRecord looked(
      @Nullable Instant at, Instant next, List<Known> wrong, List<Known> left) {
    return new InspectionRecord(
        databaseArn,
        version,
        serviceId,
        at,
        next,
        wrong,
        putBack,
        guards,
        parameters,
        shape,
        left,
        untold);
  }

  /** The same, due at that time at the latest. */
  public InspectionRecord dueAt(Instant at) {
    Instant next = at.isBefore(nextAt) ? at : nextAt;
    return new InspectionRecord(
        databaseArn,
        version,
        serviceId,
        lookedAt,
        next,
        known,
        putBack,
        guards,
        parameters,
        shape,
        gone,
        untold);
  }

  /** Whether the path was held against another database than this, by what it has to fit. */
  public boolean outgrownBy(DatabaseFacts now) {
    return shape != null && !shape.covers(DatabaseShape.of(now));
  }

  /** The same with what was put back. */
  public InspectionRecord withPutBack(List<PutBack> value) {
    return new InspectionRecord(
        databaseArn,
        version,
        serviceId,
        lookedAt,
        nextAt,
        known,
        value,
        guards,
        parameters,
        shape,
        gone,
        untold);
  }

  /** The same with what people are to be told, as far as it fits; the oldest is let go. */
  public InspectionRecord withUntold(List<Untold> lines) {
    return new InspectionRecord(
        databaseArn,
        version,
        serviceId,
        lookedAt,
        nextAt,
        known,
        putBack,
        guards,
        parameters,
        shape,
        gone,
        newest(lines));
  }

  private static List<Untold> newest(List<Untold> lines) {
    int first = lines.size();
    int length = 0;
    while (first > 0 && length + lines.get(first - 1).line().length() <= MOST_UNTOLD) {
      first--;
      length += lines.get(first).line().length();
    }
    return lines.subList(first, lines.size());
  }

  /** The same as a successor of that version. */
  public InspectionRecord at(long value) {
    return new InspectionRecord(
        databaseArn,
        value,
        serviceId,
        lookedAt,
        nextAt,
        known,
        putBack,
        guards,
        parameters,
        shape,
        gone,
        untold);
  }

  /** The same in its next version. */
  public InspectionRecord next() {
    return at(version + 1);
  }
}
