package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * This repository with a port for each instance.
 *
 * @param switching how the writer's port follows
 * @param clients makes the application of one world, which gets to the writer somehow
 * @param works whether any worker of ours runs
 * @param settings of the world that it is put into
 */
record InstancePorts(
    String name, String switching, Supplier<Client> clients, boolean works, Settings settings)
    implements Policy {
  /** Until every target of an instance is healthy, and a writer's port that is to be led is led. */
  private static final Duration READY = Duration.ofMinutes(12);

  /** In the world with the published delays. */
  InstancePorts(String name, String switching, Supplier<Client> clients, boolean works) {
    this(name, switching, clients, works, Settings.published());
  }

  @Override
  public Client client() {
    return clients.get();
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
