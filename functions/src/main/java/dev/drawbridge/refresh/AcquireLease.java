package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.discovery.DatabaseChoice;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Lease;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one run at a time refreshes a database. Calls: 1, and up to 3 for a database that
 * is given without its ARN; if another run holds the lease 1 more to see whether it still runs, and
 * 1 to take its place.
 */
public final class AcquireLease extends Worker<AcquireLease.Input, RefreshRun> {
  /**
   * Input of AcquireLease.
   *
   * @param requestedAt when the run was started
   */
  public record Input(RefreshRequest request, String executionArn, Instant requestedAt) {
    /** An execution can be started with {@code null}. */
    public Input {
      if (request == null) {
        throw new InvalidRequest(
            "the input is null: give an object such as {\"databaseIdentifier\": \"orders\"}");
      }
    }
  }

  private final Leases leases;
  private final WaitingRuns runs;
  private final Databases databases;
  private final InstantSource clock;
  private final String neverRun;

  /** In Lambda. */
  public AcquireLease() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public AcquireLease(Environment environment) {
    super(Input.class);
    this.leases = Stores.leases(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.databases = new Databases(environment.clients());
    this.clock = environment.clock();
    this.neverRun = Stores.refreshRuns(environment).never();
  }

  /** A lease, a run and a database that there never are. Calls: 4. */
  @Override
  protected List<Runnable> priming() {
    return List.of(
        () -> leases.find(Leases.NEVER),
        () -> runs.runs(neverRun),
        () -> databases.find("no-database"));
  }

  @Override
  public RefreshRun handle(Input input) {
    RefreshRequest request = input.request().of(database(input));
    Instant now = clock.instant();
    Lease held = leases.acquire(lease(request, input, now, null));
    if (!held.executionArn().equals(input.executionArn())) {
      // What the dead run switched may not have settled yet.
      Lease wanted = lease(request, input, now, held.switchedAt());
      takeOver(held, wanted, now);
      held = wanted;
    }
    return new RefreshRun(
        request, Round.first(held.requested(), input.requestedAt(), now, held.switchedAt()));
  }

  /**
   * Two ways to write one database's name must not become two leases. A name that means none is
   * left to DiscoverDatabase, whose refusal is recorded.
   */
  private String database(Input input) {
    String asked = input.request().databaseIdentifier();
    String[] run = input.executionArn().split(":", -1); // arn:aws:states:REGION:ACCOUNT:...
    return DatabaseArn.read(asked)
        .map(arn -> DatabaseChoice.requireHere(arn, run[3], run[4]).toString())
        .orElseGet(() -> named(DatabaseArn.nameIn(asked)));
  }

  private String named(String name) {
    List<String> own =
        databases.named(name).stream()
            .filter(facts -> facts.ownerArn() == null)
            .map(DatabaseFacts::arn)
            .toList();
    return own.size() == 1 ? own.getFirst() : name;
  }

  private static Lease lease(
      RefreshRequest request, Input input, Instant now, @Nullable Instant switchedAt) {
    return new Lease(
        request.databaseIdentifier(),
        input.executionArn(),
        now.plus(Lease.LONGEST),
        "",
        null,
        null,
        switchedAt,
        Lease.Looks.NONE);
  }

  private void takeOver(Lease held, Lease wanted, Instant now) {
    if (runs.hold(held, now) || !leases.replace(held, wanted)) {
      throw new NotReady(
          "database %s is being refreshed".formatted(DatabaseArn.nameIn(held.databaseArn())));
    }
  }
}
