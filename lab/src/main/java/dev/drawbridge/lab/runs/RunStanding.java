package dev.drawbridge.lab.runs;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Where one execution stands: its history so far, folded.
 *
 * @param status as Step Functions calls it
 * @param state the one that it is in, or ended in; empty before the first
 * @param since when it entered that state
 * @param went which transitions it took, in the order of their first time
 * @param trouble what the last try of this state's task failed with; empty while there is none
 * @param failure why it ended badly, for people
 */
public record RunStanding(
    String arn,
    String status,
    Instant startedAt,
    String state,
    Instant since,
    Set<Step> went,
    Optional<Trouble> trouble,
    Optional<String> failure) {
  private static final String RUNNING = "RUNNING";

  /** From one state to another. */
  public record Step(String from, String to) {}

  /**
   * A failed try, which is not the end while the state's retriers go on.
   *
   * @param tries how many have failed since the state was entered
   * @param error the class of it
   */
  public record Trouble(int tries, String error, String cause) {
    /** Whether it only says that something is not there yet. */
    public boolean notReady() {
      return error.endsWith(".NotReady");
    }
  }

  /** Keeps a copy, in order. */
  public RunStanding {
    went = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(went));
  }

  /** Of an execution that begins. */
  static RunStanding begun(String arn, Instant at) {
    return new RunStanding(arn, RUNNING, at, "", at, Set.of(), Optional.empty(), Optional.empty());
  }

  /** Its name. */
  public String name() {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  /** The name of its state machine. */
  public String machine() {
    String[] parts = arn.split(":", -1);
    return parts[parts.length - 2];
  }

  /** Whether it goes on. */
  public boolean running() {
    return status.equals(RUNNING);
  }

  /** The same after one more event. */
  RunStanding after(HistoryEvent event) {
    if (event.stateEnteredEventDetails() != null) {
      return in(event.stateEnteredEventDetails().name(), event.timestamp());
    }
    if (event.taskFailedEventDetails() != null) {
      var failed = event.taskFailedEventDetails();
      return failed(failed.error(), failed.cause());
    }
    if (event.taskTimedOutEventDetails() != null) {
      var late = event.taskTimedOutEventDetails();
      return failed(late.error(), late.cause());
    }
    return switch (event.type()) {
      case EXECUTION_SUCCEEDED -> ended("SUCCEEDED", event.timestamp(), Optional.empty());
      case EXECUTION_FAILED ->
          ended(
              "FAILED",
              event.timestamp(),
              Optional.of(
                  Causes.words(
                      event.executionFailedEventDetails().error(),
                      event.executionFailedEventDetails().cause())));
      case EXECUTION_TIMED_OUT ->
          ended("TIMED_OUT", event.timestamp(), Optional.of("it took too long"));
      case EXECUTION_ABORTED ->
          ended("ABORTED", event.timestamp(), Optional.of("somebody stopped it"));
      case EXECUTION_REDRIVEN ->
          new RunStanding(
              arn, RUNNING, startedAt, state, event.timestamp(), went, trouble, Optional.empty());
      default -> this;
    };
  }

  private RunStanding in(String entered, Instant at) {
    Set<Step> more = new LinkedHashSet<>(went);
    more.add(new Step(state, entered));
    return new RunStanding(
        arn, status, startedAt, entered, at, more, Optional.empty(), Optional.empty());
  }

  private RunStanding failed(String error, String cause) {
    int tries = trouble.map(Trouble::tries).orElse(0) + 1;
    Trouble now = new Trouble(tries, String.valueOf(error), Causes.message(cause));
    return new RunStanding(arn, status, startedAt, state, since, went, Optional.of(now), failure);
  }

  private RunStanding ended(String how, Instant at, Optional<String> why) {
    return new RunStanding(arn, how, startedAt, state, at, went, Optional.empty(), why);
  }
}
