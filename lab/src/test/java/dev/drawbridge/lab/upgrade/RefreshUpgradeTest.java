package dev.drawbridge.lab.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database fails over twice while a release is deployed, or is taken back: the run that follows
 * it has the definition of the one release and the workers of the other, and finishes.
 *
 * <p>{@code -Drecord.release=NAME} records this release beside what {@link UpgradeTest} does.
 */
class RefreshUpgradeTest {
  private static final String DEFINITION = "refresh-targets.asl.json";
  private static final String ANSWERS = "answers.json";
  private static final String MACHINE = "RefreshTargetsStateMachine";

  private final Scenario scenario = Scenario.virtual(43);

  @ParameterizedTest
  @MethodSource("dev.drawbridge.lab.upgrade.Releases#all")
  void a_run_that_an_earlier_release_started_finishes_after_the_upgrade(Path release)
      throws IOException {
    Exposure orders = exposed();
    String definition = Files.readString(release.resolve(DEFINITION));
    follows(orders, () -> start(definition));
  }

  @ParameterizedTest
  @MethodSource("dev.drawbridge.lab.upgrade.Releases#all")
  void a_run_of_this_release_finishes_after_the_way_back(Path release) throws IOException {
    AnswerFields known = AnswerFields.read(release.resolve(ANSWERS));
    AtomicBoolean back = new AtomicBoolean();
    scenario
        .installation()
        .hostWorkers(
            (worker, settings, log, here) -> {
              LambdaFunction present = here.get();
              LambdaFunction earlier = known.only(worker.name(), present);
              return (in, out, invocation) ->
                  (back.get() ? earlier : present).handle(in, out, invocation);
            });
    Exposure orders = exposed();
    back.set(true);
    follows(orders, this::start);
  }

  @Test
  void this_release_is_recorded_when_somebody_asks_for_it() throws IOException {
    Path release = Releases.toRecord();
    AnswerFields seen = AnswerFields.none();
    scenario
        .installation()
        .hostWorkers((worker, settings, log, here) -> seen.noting(worker.name(), here.get()));
    follows(exposed(), this::start);
    Files.createDirectories(release);
    seen.write(release.resolve(ANSWERS));
    Files.writeString(release.resolve(DEFINITION), StateMachine.REFRESH.definition());
    assertThat(AnswerFields.read(release.resolve(ANSWERS)).byWorker())
        .containsKeys("AcquireLease", "RegisterTargets", "CheckTargets", "ConfirmTargets");
  }

  private Exposure exposed() {
    Exposure orders =
        Exposure.of(
            scenario,
            scenario
                .provider()
                .database(
                    NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                        .readers(2)
                        .parameter("max_connect_errors", "1000000")));
    // No event arrives: only the test starts refreshes.
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
    return orders;
  }

  private void follows(Exposure orders, Runnable start) {
    failOver(orders, "orders-2");
    start.run();
    Refresh run = Refresh.all(scenario).getLast();
    assertThat(
            scenario
                .world()
                .scheduler()
                .await(() -> run.statesEntered().contains("CheckTargets"), Duration.ofMinutes(5)))
        .as("%s", run.statesEntered())
        .isTrue();
    failOver(orders, "orders-3");
    assertThat(run.end()).as(run::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(run.statesEntered()).contains("GoRound");
    assertThat(orders.writerGroup()).isEqualTo(orders.roles().writeTargets());
    assertThat(orders.readerGroup()).isEqualTo(orders.roles().readTargets());
  }

  private void failOver(Exposure orders, String writer) {
    scenario.world().rds().failover(orders.database(), Optional.of(writer));
    scenario.world().scheduler().pause(Duration.ofMinutes(2));
  }

  private void start() {
    Refresh.start(scenario, "orders");
  }

  /** A run by another definition than the one that is deployed. */
  private void start(String definition) {
    String version = Releases.publish(scenario, MACHINE, definition);
    scenario
        .installation()
        .clientsOf("deployer")
        .states()
        .startExecution(
            r -> r.stateMachineArn(version).input("{\"databaseIdentifier\": \"orders\"}"));
  }
}
