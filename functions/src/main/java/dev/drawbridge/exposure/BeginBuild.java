package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one run at a time builds what stands in front of a database, and reads by which
 * settings. Calls: 2; 1 or 2 more while nothing is decided, and up to 4 more while another run
 * builds.
 */
public final class BeginBuild extends Worker<BeginBuild.Input, BuildOrder> {
  /**
   * Input of BeginBuild.
   *
   * @param change the owner's request; null in a run for a consumer, which changes no setting
   */
  public record Input(String databaseArn, @Nullable ExposeRequest change, String executionArn) {}

  /** Nothing is built for so long; a run that has ended holds nothing anyhow. */
  private static final Duration LONGEST_BUILD = Duration.ofHours(6);

  private final BuildLeases leases;
  private final WaitingRuns runs;
  private final KnownSettings known;
  private final InstantSource clock;

  public BeginBuild() {
    this(Environment.lambda());
  }

  public BeginBuild(Environment environment) {
    super(Input.class);
    this.leases = Stores.buildLeases(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.known = new KnownSettings(environment);
    this.clock = environment.clock();
  }

  @Override
  public BuildOrder handle(Input input) {
    ExposeRequest change = input.change();
    if (change == null || !change.plan()) {
      take(input.databaseArn(), input.executionArn());
    }
    KnownSettings.Known now = known.of(input.databaseArn());
    ExposureSettings before = now.settings();
    if (change == null || !change.plan()) {
      StatedSettings.requireNoHold(DatabaseArn.nameIn(input.databaseArn()), before);
    }
    return new BuildOrder(
        before, now.built(), change == null ? before : before.with(change.settings()));
  }

  private void take(String databaseArn, String executionArn) {
    if (elsewhere(databaseArn, executionArn)) {
      String holder = leases.holder(databaseArn).orElse("");
      if (!holder.isEmpty() && !runs.runs(holder)) {
        leases.release(databaseArn, holder); // it ended without letting go
      }
      if (elsewhere(databaseArn, executionArn)) {
        throw new NotReady(
            "what stands in front of database %s is being built or taken down by %s"
                .formatted(DatabaseArn.nameIn(databaseArn), holder));
      }
    }
  }

  private boolean elsewhere(String databaseArn, String executionArn) {
    Instant now = clock.instant();
    return leases.acquire(databaseArn, executionArn, now, now.plus(LONGEST_BUILD))
        == BuildLeases.Held.ELSEWHERE;
  }
}
