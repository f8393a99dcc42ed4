package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets go of the lease of a run that fails, so that the next one need not wait, and puts on record
 * why it failed and what it had changed by then. Calls: 1.
 */
public final class ReleaseLease extends Worker<ReleaseLease.Input, Released> {
  /**
   * Input of ReleaseLease.
   *
   * @param executionArn whose lease it is
   */
  public record Input(String executionArn, FailedRun run) {}

  private final Leases leases;
  private final InstantSource clock;

  /** In Lambda. */
  public ReleaseLease() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ReleaseLease(Environment environment) {
    super(Input.class);
    this.leases = Stores.leases(environment);
    this.clock = environment.clock();
  }

  @Override
  public Released handle(Input input) {
    Instant now = clock.instant();
    boolean released =
        leases.abandon(input.run().request().databaseIdentifier(), input.executionArn(), now);
    return RefreshRecord.failed(input.run(), released, now);
  }

  @Override
  protected Optional<String> remark(Released output) {
    return Refreshes.line(output);
  }

  @Override
  protected Optional<Metrics> metrics(Released output) {
    return Optional.of(RefreshMetrics.failed(output));
  }
}
