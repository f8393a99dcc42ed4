package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.inspection.Inspection;
import dev.drawbridge.inspection.Soundness;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets go of the lease of a run that fails, so that the next one need not wait, and puts on record
 * why it failed, what in front of the database may be the cause, and what it had changed by then.
 * What is the cause and can be put back is so after a look, which is due at once. Calls: 4, then
 * those of {@link Inspection}; up to 3, and none of the inspection's, during a hold, which is no
 * failure: a refresh follows when it ends; 2 for what is not exposed and was not changed.
 */
public final class ReleaseLease extends Worker<ReleaseLease.Input, Released> {
  /**
   * Input of ReleaseLease.
   *
   * @param executionArn whose lease it is
   */
  public record Input(String executionArn, FailedRun run) {}

  private static final String HELD = "what has to be done is done when the hold ends";

  private final Leases leases;
  private final Inspection inspection;
  private final Inspections inspections;
  private final Exposures exposures;
  private final Holds holds;
  private final InstantSource clock;

  /** In Lambda. */
  public ReleaseLease() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ReleaseLease(Environment environment) {
    super(Input.class);
    this.leases = Stores.leases(environment);
    this.inspection = new Inspection(environment);
    this.inspections = Stores.inspections(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.clock = environment.clock();
  }

  @Override
  public Released handle(Input input) {
    Instant now = clock.instant();
    String arn = input.run().request().databaseIdentifier();
    Optional<Exposure> exposure = exposures.find(arn);
    if (exposure.isEmpty() && leases.drop(arn, input.executionArn())) {
      // Whatever somebody has named: neither an item nor a metric of that name is left.
      return RefreshRecord.failed(input.run(), true, now).ofNothingExposed();
    }
    boolean released = leases.abandon(arn, input.executionArn(), now);
    Optional<String> hold = holds.on(exposure.orElseGet(() -> Exposure.first(arn)));
    if (hold.isPresent()) {
      return RefreshRecord.failed(input.run().because(HELD), released, now).held(hold.get());
    }
    inspections.hasten(arn, now);
    return RefreshRecord.failed(input.run().because(blockers(input.run())), released, now);
  }

  /** What a refresh cannot mend, and may be why it failed; nothing where that cannot be seen. */
  private String blockers(FailedRun run) {
    try {
      return Soundness.words(Soundness.blockers(inspection.of(run.request().databaseIdentifier())));
    } catch (RuntimeException unseen) {
      return "the path could not be looked at: " + translated(unseen).getMessage();
    }
  }

  @Override
  protected Optional<String> remark(Released output) {
    return Refreshes.line(output);
  }

  @Override
  protected Optional<Metrics> metrics(Released output) {
    return output.hold() == null ? Optional.of(RefreshMetrics.failed(output)) : Optional.empty();
  }
}
