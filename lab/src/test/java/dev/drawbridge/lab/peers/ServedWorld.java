package dev.drawbridge.lab.peers;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.network.HostsProbe;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Two accounts before any onboarding, as {@code drawbridge lab} has them but with simulated
 * databases, in real time and served on a free loopback port.
 */
final class ServedWorld implements AutoCloseable {
  /** A load balancer takes three seconds, so that a waiter has something to wait for. */
  private static final long DIVISOR = 60;

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Scenario scenario;
  private final LoopbackServer server;

  ServedWorld() throws IOException {
    scenario =
        Scenario.on(
            scheduler,
            Settings.published().dividedBy(DIVISOR),
            network -> new HostsProbe(network.hosts()));
    NewDatabase orders = NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2);
    scheduler.exclusively(
        () -> scenario.provider().database(orders.parameter("max_connect_errors", "1000000")));
    server = new LoopbackServer(scenario.world().door(), 0);
  }

  /** Where the door is. */
  URI endpoint() {
    return server.url();
  }

  /** Starts an onboarding, which then waits for somebody. */
  void onboard() {
    scenario.onboard(RequestText.to("orders").json());
  }

  /** How many executions of all state machines run. */
  long runningExecutions() {
    var states = scenario.installation().clientsOf("operator").states();
    return states.listStateMachines().stateMachines().stream()
        .flatMap(
            machine ->
                states
                    .listExecutions(
                        r ->
                            r.stateMachineArn(machine.stateMachineArn())
                                .statusFilter(ExecutionStatus.RUNNING))
                    .executions()
                    .stream())
        .count();
  }

  /** What the lab tells an operator to export. */
  Map<String, String> exports() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint().toString(),
        "AWS_DEFAULT_REGION", Scenario.PROVIDER.region(),
        "AWS_ACCESS_KEY_ID", Scenario.PROVIDER.account(),
        "AWS_SECRET_ACCESS_KEY", "any",
        "PROVIDER", Scenario.PROVIDER.account(),
        "CONSUMER", Scenario.CONSUMER.account());
  }

  @Override
  public void close() {
    server.close();
    scheduler.close();
  }
}
