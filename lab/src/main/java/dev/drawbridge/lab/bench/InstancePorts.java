package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * This repository with a port for each instance.
 *
 * @param switching how the writer's port follows
 * @param client how the application gets to the writer
 * @param works whether any worker of ours runs
 * @param settings of the world that it is put into
 */
record InstancePorts(String name, String switching, Client client, boolean works, Settings settings)
    implements Policy {
  /** Until every target of an instance is healthy, and a writer's port that is to be led is led. */
  private static final Duration READY = Duration.ofMinutes(12);

  /** In the world with the published delays. */
  InstancePorts(String name, String switching, Client client, boolean works) {
    this(name, switching, client, works, Settings.published());
  }

  @Override
  public String source() {
    return "this repository";
  }

  @Override
  public boolean concerns(Kind kind) {
    return kind != Kind.MULTI_AZ_INSTANCE;
  }

  @Override
  public Optional<RequestText> owner() {
    return Optional.of(
        RequestText.ofOwner("orders").with("instancePorts", true).with("switching", switching));
  }

  @Override
  public void start(Exposure exposure) {
    Drawbridge.byDefault().start(exposure);
    exposure.scenario().world().scheduler().pause(READY);
    if (!works) {
      exposure.scenario().installation().disableRules();
    }
  }
}
