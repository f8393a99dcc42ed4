package dev.drawbridge.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.stepfunctions.Executions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;

/** One run of {@code refresh-targets}, whoever started it. */
public final class Refresh {
  private static final String MACHINE = "stateMachine:refresh-targets";

  private final Scenario scenario;
  private final String executionArn;

  private Refresh(Scenario scenario, String executionArn) {
    this.scenario = scenario;
    this.executionArn = executionArn;
  }

  /** Starts a run as an operator does in the console. */
  public static Refresh start(Scenario scenario, String databaseIdentifier) {
    return startWith(
        scenario,
        """
        {"databaseIdentifier": "%s", "cause": "operator"}
        """
            .formatted(databaseIdentifier));
  }

  /** Starts a run with any input, a wrong one included. */
  public static Refresh startWith(Scenario scenario, String input) {
    String machine = scenario.installation().arn("RefreshTargetsStateMachine");
    String arn =
        scenario
            .installation()
            .clientsOf("operator")
            .states()
            .startExecution(r -> r.stateMachineArn(machine).input(input))
            .executionArn();
    return new Refresh(scenario, arn);
  }

  /** Every run so far, oldest first. */
  public static List<Refresh> all(Scenario scenario) {
    return executions(scenario).of(Scenario.PROVIDER.arn("states", MACHINE)).reversed().stream()
        .map(execution -> new Refresh(scenario, execution.identity().executionArn()))
        .toList();
  }

  /** Lets the world go on until the run ends, and returns how it ended. */
  public Status end() {
    if (!scenario.world().scheduler().await(this::ended, Duration.ofHours(2))) {
      throw new IllegalStateException("the refresh does not end; it went " + statesEntered());
    }
    return status();
  }

  /** How the run stands. */
  public Status status() {
    return execution().status();
  }

  /** Whether it has ended. */
  public boolean ended() {
    return status() != Status.RUNNING;
  }

  /** When it started. */
  public Instant startedAt() {
    return execution().startedAt();
  }

  /** The run's record: the output of a run that succeeded. */
  public JsonNode output() {
    Payload output = execution().output();
    if (output == null) {
      throw new IllegalStateException("no output: %s %s".formatted(status(), execution().cause()));
    }
    return output.value();
  }

  /** Why it failed, in words; empty if it did not. */
  public String cause() {
    return Objects.requireNonNullElse(execution().cause(), "");
  }

  /** The names of the states entered so far, in order. */
  public List<String> statesEntered() {
    return executions(scenario).history(executionArn).stream()
        .map(HistoryEvent::stateEnteredEventDetails)
        .filter(Objects::nonNull)
        .map(StateEnteredEventDetails::name)
        .toList();
  }

  private Execution execution() {
    return executions(scenario).get(executionArn);
  }

  private static Executions executions(Scenario scenario) {
    return scenario.world().states().executions();
  }
}
