package dev.drawbridge.lab.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * An execution of an earlier release waits for days while this one is deployed, and finishes: by
 * its own definition, with what that release had put into its state and into the table, and with
 * the workers of this one.
 *
 * <p>A directory for each release: its definition, and what waited. {@code -Drecord.release=NAME}
 * records this one instead of reading any.
 */
class UpgradeTest {
  private static final String DEFINITION = "onboard-consumer.asl.json";
  private static final String MACHINE = "OnboardConsumerStateMachine";
  private static final String CONSUMER = "WaitForConsumer";
  private static final String APPROVAL = "RequestApproval";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scenario scenario = Scenario.virtual(41);
  private final Approver grace = scenario.approver("grace@example.com");

  @ParameterizedTest
  @MethodSource("dev.drawbridge.lab.upgrade.Releases#all")
  void a_run_that_waits_for_its_consumer_finishes_after_the_upgrade(Path release)
      throws IOException {
    Encounter path = start();
    Onboarding old = resumed(release, path, CONSUMER);

    VpcEndpoint endpoint = path.createEndpoint();
    assertThat(old.reaches(APPROVAL, Duration.ofHours(1))).as("%s", old.statesEntered()).isTrue();
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    grace.approve(grace.questions().getLast());

    finished(old, path, endpoint);
  }

  @ParameterizedTest
  @MethodSource("dev.drawbridge.lab.upgrade.Releases#all")
  void a_run_that_waits_for_a_yes_finishes_after_the_upgrade(Path release) throws IOException {
    Encounter path = start();
    VpcEndpoint endpoint = path.createEndpoint();
    path.question();
    Onboarding old = resumed(release, path, APPROVAL);

    String question = Recording.text(Recording.waiting(scenario), "approvalId");
    assertThat(grace.approve(question).succeeded()).isTrue();

    finished(old, path, endpoint);
  }

  @Test
  void this_release_is_recorded_when_somebody_asks_for_it() throws IOException {
    Path release = Releases.toRecord();
    Encounter path = start();
    record(release, path, CONSUMER);
    path.createEndpoint();
    path.question();
    record(release, path, APPROVAL);
    Files.writeString(release.resolve(DEFINITION), StateMachine.ONBOARD.definition());
    assertThat(release.resolve(APPROVAL + ".json")).isNotEmptyFile();
  }

  private void record(Path release, Encounter path, String state) throws IOException {
    Recording.of(scenario, path.run(), state)
        .write(
            release.resolve(state + ".json"), WorldNames.of(scenario, path.run().executionArn()));
  }

  private Encounter start() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    String request =
        RequestText.to("orders")
            .with("purpose", "for the shop")
            .with("validUntil", "2026-12-31")
            .json();
    return Encounter.start(scenario, scenario.consumer(), grace, request).invited();
  }

  /**
   * Puts a run of the earlier release in the place of the one that waits: in the waiting state of
   * its own definition, with its own state and items.
   */
  private Onboarding resumed(Path release, Encounter path, String state) throws IOException {
    String present = path.run().executionArn();
    String arn = present.substring(0, present.lastIndexOf('-') + 1) + "0123456789abcdef";
    Recording recording =
        Recording.read(release.resolve(state + ".json"), WorldNames.of(scenario, arn));
    recording.store(scenario);
    String version = Releases.publish(scenario, MACHINE, definition(release, state));
    scenario
        .installation()
        .clientsOf("deployer")
        .states()
        .startExecution(
            r ->
                r.stateMachineArn(version)
                    .name(arn.substring(arn.lastIndexOf(':') + 1))
                    .input(recording.input().toString()));
    Releases.publish(scenario, MACHINE, StateMachine.ONBOARD.definition());
    Onboarding old = Onboarding.of(scenario.world(), scenario.installation(), arn);
    assertThat(old.reaches(state, Duration.ofMinutes(5))).isTrue();
    scenario.world().scheduler().pause(Duration.ofDays(2));
    recording.storeWaiting(scenario);
    return old;
  }

  /**
   * The definition of the earlier release, which begins where the run waits. Step Functions takes
   * no definition with a state that nothing leads to, so a choice leads to its first one too.
   */
  private static String definition(Path release, String state) {
    try {
      ObjectNode definition =
          (ObjectNode) JSON.readTree(Files.readString(release.resolve(DEFINITION)));
      ObjectNode resumed = definition.withObject("/States").putObject("Resumed");
      resumed.put("Type", "Choice");
      resumed
          .putArray("Choices")
          .addObject()
          .put("Variable", "$.key")
          .put("IsPresent", true)
          .put("Next", state);
      resumed.set("Default", definition.get("StartAt"));
      return definition.put("StartAt", "Resumed").toString();
    } catch (IOException e) {
      throw new IllegalStateException("no definition of " + release, e);
    }
  }

  private void finished(Onboarding run, Encounter path, VpcEndpoint endpoint) {
    DescribeExecutionResponse end = run.end(Duration.ofHours(2));
    assertThat(end.status())
        .as("%s %s %s", end.error(), end.cause(), run.statesEntered())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.output().path("status").asText()).isEqualTo("ONBOARDED");
    assertThat(run.output().path("endpointId").asText()).isEqualTo(endpoint.vpcEndpointId());
    // No connection is tried: two days of health checks without a login make MySQL block them all.
    assertThat(path.stateOf(endpoint)).isEqualToIgnoringCase("available");
  }
}
