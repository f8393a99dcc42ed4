package dev.drawbridge.lab.scenario;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.api.ApiCaller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;

/** One run of {@code offboard-consumer}, watched through the Step Functions API. */
public final class Offboarding {
  private static final String PLACEHOLDER = "OffboardConsumerStateMachine";
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Scenario scenario;
  private final String executionArn;

  private Offboarding(Scenario scenario, String executionArn) {
    this.scenario = scenario;
    this.executionArn = executionArn;
  }

  /**
   * Orders the end of the onboarding that the API lists for a consumer.
   *
   * @throws IllegalStateException with the API's problem if it refuses
   */
  public static Offboarding order(
      Scenario scenario, ApiCaller who, String onboardingId, boolean teardown) {
    ApiCaller.Reply reply =
        who.call("DELETE", "/onboardings/" + onboardingId + (teardown ? "?teardown=true" : ""));
    if (!reply.succeeded()) {
      throw new IllegalStateException("the API refuses: " + reply.body());
    }
    return newest(scenario);
  }

  /** Somebody unknown starts a run with any JSON text, as in the console. */
  public static Offboarding startByHand(Scenario scenario, String input) {
    return new Offboarding(
        scenario,
        scenario
            .installation()
            .clientsOf("operator")
            .states()
            .startExecution(
                r -> r.stateMachineArn(scenario.installation().arn(PLACEHOLDER)).input(input))
            .executionArn());
  }

  /** The run that was started last. */
  public static Offboarding newest(Scenario scenario) {
    return scenario.installation().runs(PLACEHOLDER).stream()
        .findFirst()
        .map(run -> new Offboarding(scenario, run.executionArn()))
        .orElseThrow(() -> new IllegalStateException("nothing ends"));
  }

  /** The run's ARN. */
  public String executionArn() {
    return executionArn;
  }

  /** Lets the world go on until the run is in {@code state}, or ends; tells whether it is there. */
  public boolean reaches(String state) {
    BooleanSupplier there = () -> currentState().filter(state::equals).isPresent();
    scenario.world().scheduler().await(() -> there.getAsBoolean() || ended(), LONGEST);
    return there.getAsBoolean();
  }

  /** Lets the world go on until the run ends. */
  public DescribeExecutionResponse end() {
    if (!scenario.world().scheduler().await(this::ended, LONGEST)) {
      throw new IllegalStateException("the run has not ended; it is in " + currentState());
    }
    return describe();
  }

  /** Stops the run. */
  public void stop() {
    scenario
        .installation()
        .clientsOf("operator")
        .states()
        .stopExecution(r -> r.executionArn(executionArn));
  }

  /** Takes a run up again that has failed or was stopped. */
  public void redrive() {
    scenario
        .installation()
        .clientsOf("operator")
        .states()
        .redriveExecution(r -> r.executionArn(executionArn));
  }

  /** The run as it is. */
  public DescribeExecutionResponse describe() {
    return scenario
        .installation()
        .clientsOf("operator")
        .states()
        .describeExecution(r -> r.executionArn(executionArn));
  }

  /** The names of the states entered so far, in order. */
  public List<String> statesEntered() {
    return scenario.world().states().executions().history(executionArn).stream()
        .map(HistoryEvent::stateEnteredEventDetails)
        .filter(Objects::nonNull)
        .map(StateEnteredEventDetails::name)
        .toList();
  }

  private Optional<String> currentState() {
    List<String> entered = statesEntered();
    return entered.isEmpty() ? Optional.empty() : Optional.of(entered.getLast());
  }

  private boolean ended() {
    return scenario.world().states().executions().get(executionArn).status() != Status.RUNNING;
  }
}
