package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Whose turn it is to build, change or take down what stands in front of a database. Calls: 1, and
 * up to 3 more while it is another run's.
 */
public final class BuildTurn {
  /** Nothing is built for so long; a run that has ended holds nothing anyhow. */
  private static final Duration LONGEST_BUILD = Duration.ofHours(6);

  /** Longer than any worker runs: only one that died does not let go. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  private final BuildLeases leases;
  private final WaitingRuns runs;
  private final InstantSource clock;

  public BuildTurn(Environment environment) {
    this.leases = Stores.buildLeases(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.clock = environment.clock();
  }

  /**
   * Takes the turn, or keeps it.
   *
   * @throws NotReady while it is another run's
   */
  public void take(String databaseArn, String executionArn) {
    if (!takes(databaseArn, executionArn, LONGEST_BUILD)) {
      throw new NotReady(
          "what stands in front of database %s is being built or taken down by %s"
              .formatted(
                  DatabaseArn.nameIn(databaseArn),
                  leases
                      .holder(databaseArn)
                      .map(BuildLeases.Holder::executionArn)
                      .orElse("nobody")));
    }
  }

  /**
   * Does something that takes one call of a worker, in the turn of a run that has none: of two such
   * things one sees what the other has done.
   *
   * @throws NotReady while it is another run's
   */
  public <T> T during(String databaseArn, String executionArn, Supplier<T> work) {
    if (!takes(databaseArn, executionArn, LONGEST_CALL)) {
      throw new NotReady(
          "another execution changes the path to database %s"
              .formatted(DatabaseArn.nameIn(databaseArn)));
    }
    try {
      return work.get();
    } finally {
      letGo(databaseArn, executionArn);
    }
  }

  /**
   * The same for at most so long, also after a run that was stopped while it had the turn. False
   * while it is another run's.
   */
  private boolean takes(String databaseArn, String executionArn, Duration longest) {
    if (acquires(databaseArn, executionArn, longest)) {
      return true;
    }
    free(databaseArn);
    return acquires(databaseArn, executionArn, longest);
  }

  /**
   * Keeps the turn of a run that has had it, or takes it again if it is nobody's. Calls: 1.
   *
   * @throws TransientFailure while it is another run's
   */
  static void keep(BuildLeases leases, Instant now, String databaseArn, String executionArn) {
    if (leases.acquire(databaseArn, executionArn, now, now.plus(LONGEST_BUILD))
        == BuildLeases.Held.ELSEWHERE) {
      throw new TransientFailure(
          "another run builds what stands in front of database %s meanwhile; this is tried again"
              .formatted(DatabaseArn.nameIn(databaseArn)));
    }
  }

  /** Ends the turn of a run that has ended without letting go. */
  public void free(String databaseArn) {
    leases
        .holder(databaseArn)
        .filter(holder -> !runs.runs(holder.executionArn(), holder.since(), clock.instant()))
        .ifPresent(holder -> leases.release(databaseArn, holder.executionArn()));
  }

  /** Lets go. Does nothing if the turn is another's by now. */
  public void letGo(String databaseArn, String executionArn) {
    leases.release(databaseArn, executionArn);
  }

  private boolean acquires(String databaseArn, String executionArn, Duration longest) {
    Instant now = clock.instant();
    return leases.acquire(databaseArn, executionArn, now, now.plus(longest))
        != BuildLeases.Held.ELSEWHERE;
  }
}
