package dev.drawbridge.exposure;

import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one run at a time builds what stands in front of a database, and reads by which
 * settings. Calls: 3; 1 or 2 more while nothing is decided, and up to 4 more while another run
 * builds.
 */
public final class BeginBuild extends Worker<BeginBuild.Input, BuildOrder> {
  /**
   * Input of BeginBuild.
   *
   * @param change the owner's request; null in a run for a consumer, which changes no setting
   */
  public record Input(String databaseArn, @Nullable ExposeRequest change, String executionArn) {}

  private final BuildTurn turn;
  private final KnownSettings known;

  public BeginBuild() {
    this(Environment.lambda());
  }

  public BeginBuild(Environment environment) {
    super(Input.class);
    this.turn = new BuildTurn(environment);
    this.known = new KnownSettings(environment);
  }

  @Override
  public BuildOrder handle(Input input) {
    ExposeRequest change = input.change();
    if (change == null || !change.plan()) {
      turn.take(input.databaseArn(), input.executionArn());
    }
    KnownSettings.Known now = known.of(input.databaseArn());
    ExposureSettings before = now.settings();
    if (change == null || !change.plan()) {
      now.requireNoHold();
    }
    return new BuildOrder(
        before,
        now.built(),
        change == null ? before : before.with(change.settings()),
        now.record().resourceId(),
        change == null ? null : change.databaseResourceId());
  }
}
