package dev.drawbridge.lab.peers;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.cli.LabPeople;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
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
  private final LoopbackServer api;

  ServedWorld() {
    scenario = Scenario.inRealTime(scheduler, DIVISOR);
    NewDatabase orders = NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2);
    scheduler.exclusively(
        () -> scenario.provider().database(orders.parameter("max_connect_errors", "1000000")));
    try {
      server = new LoopbackServer(scenario.world().door(), 0);
      api = new LoopbackServer(scenario.api()::handle, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
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
    Map<String, String> exports = new HashMap<>();
    exports.put("AWS_ENDPOINT_URL", endpoint().toString());
    exports.put("AWS_REGION", Scenario.PROVIDER.region());
    exports.put("AWS_DEFAULT_REGION", Scenario.PROVIDER.region());
    exports.put("AWS_ACCESS_KEY_ID", Scenario.PROVIDER.account());
    exports.put("AWS_SECRET_ACCESS_KEY", "any");
    exports.put("PROVIDER", Scenario.PROVIDER.account());
    exports.put("CONSUMER", Scenario.CONSUMER.account());
    return exports;
  }

  /** What it tells somebody who calls the API. */
  Map<String, String> apiExports() {
    Map<String, String> exports = exports();
    exports.putAll(LabPeople.of(scenario).variables(api.url()));
    return exports;
  }

  @Override
  public void close() {
    api.close();
    server.close();
    scheduler.close();
  }
}
