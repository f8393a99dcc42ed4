package dev.drawbridge.lab.engines;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A lab in real time whose state machines run on the engine at {@code sfn.endpoint}, which finds
 * the workers at {@code lambda.port}; without such an engine on the lab's own, over its door.
 */
final class EngineWorld implements AutoCloseable {
  /** A load balancer takes three seconds: retries of NotReady are needed, but few. */
  private static final long DIVISOR = 60;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** An engine remembers names of executions for longer than this world lasts: none comes twice. */
  private final UUID unique = UUID.randomUUID();

  private final String name = "orders-" + unique.toString().substring(0, 8);
  private final WallScheduler scheduler = new WallScheduler(unique.getMostSignificantBits());
  private final Scenario scenario;
  private final LoopbackServer door;
  private final ForeignEngine engine;
  private final Approver approver;
  private final Approver second;
  private final DbId database;

  EngineWorld() throws IOException {
    scenario = Scenario.inRealTime(scheduler, DIVISOR);
    database =
        scheduler.exclusively(
            () ->
                scenario
                    .provider()
                    .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1)));
    approver = scenario.approver("grace@example.com");
    second = scenario.approver("joan@example.com");
    door = new LoopbackServer(scenario.world().door(), Integer.getInteger("lambda.port", 0));
    String given = System.getProperty("sfn.endpoint", "");
    URI endpoint = given.isBlank() ? door.url() : URI.create(given);
    scenario.world().roles().create(Scenario.PROVIDER, "states", "states.amazonaws.com");
    engine = new ForeignEngine(endpoint, Scenario.PROVIDER);
    Map<String, String> functions =
        Catalogue.workers().stream()
            .collect(
                Collectors.toMap(
                    WorkerFunction::name, worker -> scenario.installation().arn(worker.name())));
    Map<String, String> machines = engine.deploy(functions);
    engine
        .adaptations()
        .forEach((name, adapted) -> System.out.println(name + ": " + adapted.remark()));
    scheduler.exclusively(() -> scenario.installation().statesAt(endpoint, machines));
  }

  Scenario scenario() {
    return scenario;
  }

  Approver approver() {
    return approver;
  }

  ForeignEngine engine() {
    return engine;
  }

  DbId database() {
    return database;
  }

  String onboard() {
    return engine.start(
        scenario.installation().arn("OnboardConsumerStateMachine"), RequestText.to(name).json());
  }

  String refresh() {
    return engine.start(
        scenario.installation().arn("RefreshTargetsStateMachine"),
        "{\"databaseIdentifier\": \"%s\"}".formatted(name));
  }

  /** The last run of refresh-targets. */
  DescribeExecutionResponse latestRefresh() {
    String machine = scenario.installation().arn("RefreshTargetsStateMachine");
    return engine.executions(machine).stream()
        .map(engine::describe)
        .max(Comparator.comparing(DescribeExecutionResponse::startDate))
        .orElseThrow();
  }

  /** The consumer answers the invitation that comes. */
  VpcEndpoint createEndpoint() {
    await("an invitation", () -> !approver.invitations().isEmpty());
    return scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
  }

  /** The question that comes. */
  String question() {
    await("a question", () -> !approver.questions().isEmpty());
    return approver.questions().getLast();
  }

  /** Two people say yes: the engine's executions have an unknown requester. */
  void approve(String question) {
    approver.approve(question);
    second.approve(question);
  }

  /** Waits until the execution has ended. */
  DescribeExecutionResponse end(String executionArn) {
    await("the end of " + executionArn, () -> status(executionArn) != ExecutionStatus.RUNNING);
    return engine.describe(executionArn);
  }

  /** The path of the onboarded consumer. */
  Exposure through(VpcEndpoint endpoint) {
    return scheduler.exclusively(() -> Exposure.through(scenario, database, endpoint));
  }

  /** How often workers made a call. */
  long calls(String action) {
    return scheduler.exclusively(
        () -> scenario.installation().workerCalls().getOrDefault(action, 0L));
  }

  @Override
  public void close() {
    engine.close();
    door.close();
    scheduler.close();
  }

  /** Asks the engine without holding the world, which it may need to answer. */
  private void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%s did not come within %s:%n%s"
                .formatted(what, PATIENCE, String.join("\n", scenario.log())));
      }
      scheduler.pause(Duration.ofMillis(200));
    }
  }

  private ExecutionStatus status(String executionArn) {
    return engine.describe(executionArn).status();
  }
}
