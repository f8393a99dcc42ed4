package dev.drawbridge.handler;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.model.ReleaseLeaseInput;
import dev.drawbridge.model.Released;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Lets go of the lease of a run that fails, so that the next one need not wait. Calls: 1. */
public final class ReleaseLease extends Worker<ReleaseLeaseInput, Released> {
  private final Leases leases;

  /** In Lambda. */
  public ReleaseLease() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ReleaseLease(Environment environment) {
    super(ReleaseLeaseInput.class);
    this.leases = Stores.leases(environment);
  }

  @Override
  public Released handle(ReleaseLeaseInput input) {
    return new Released(leases.abandon(input.request().name(), input.executionArn()));
  }
}
