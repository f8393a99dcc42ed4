package dev.drawbridge.lab.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.aws.Clients;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.installation.Installation;
import dev.drawbridge.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;
import software.amazon.awssdk.services.sfn.paginators.GetExecutionHistoryIterable;

/** One run of {@code onboard-consumer}, watched through the Step Functions API. */
public final class Onboarding {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("\"taskToken\":\"([^\"]+)\"");

  private static final int ACCEPTED = 202;
  private static final int SERVER_ERROR = 500;
  private static final int TRIES = 10;

  private final Simulator world;
  private final Clients operator;
  private final String executionArn;

  private Onboarding(Simulator world, Clients operator, String executionArn) {
    this.world = world;
    this.operator = operator;
    this.executionArn = executionArn;
  }

  /**
   * Asks for a run through the API.
   *
   * @throws IllegalStateException with the API's problem if it refuses
   */
  public static Onboarding ask(
      Simulator world, Installation installation, ApiCaller asker, String request) {
    ApiCaller.Reply reply = asker.call("POST", "/onboardings", request);
    for (int i = 0; reply.status() >= SERVER_ERROR && i < TRIES; i++) {
      reply = asker.call("POST", "/onboardings", request); // as every client does
    }
    if (!reply.succeeded()) {
      throw new IllegalStateException("the API refuses: " + reply.body());
    }
    String name = "api-" + reply.body().path("id").asText() + "-";
    String arn =
        installation.runs("OnboardConsumerStateMachine").stream()
            .filter(each -> each.name().startsWith(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no run is named " + name))
            .executionArn();
    return of(world, installation, arn);
  }

  /**
   * Orders a change of a database's exposure through the API.
   *
   * @throws IllegalStateException with the API's answer if no run carries it out
   */
  public static Onboarding change(
      Scenario scenario, ApiCaller owner, String databaseIdentifier, String change) {
    ApiCaller.Reply reply = owner.call("PUT", "/databases/" + databaseIdentifier, change);
    if (reply.status() != ACCEPTED) {
      throw new IllegalStateException("the API answers: " + reply);
    }
    return of(
        scenario.world(), scenario.installation(), reply.body().path("executionArn").asText());
  }

  /** Starts a run as an operator does in the console. */
  public static Onboarding start(Simulator world, Installation installation, String request) {
    Clients operator = installation.clientsOf("operator");
    String arn =
        operator
            .states()
            .startExecution(
                r ->
                    r.stateMachineArn(installation.arn("OnboardConsumerStateMachine"))
                        .input(request))
            .executionArn();
    return new Onboarding(world, operator, arn);
  }

  /** A run that somebody has started. */
  public static Onboarding of(Simulator world, Installation installation, String executionArn) {
    return new Onboarding(world, installation.clientsOf("operator"), executionArn);
  }

  /** The run's ARN. */
  public String executionArn() {
    return executionArn;
  }

  /** Lets the world go on until the run is in {@code state}, or ends; tells whether it is there. */
  public boolean reaches(String state, Duration limit) {
    return world.scheduler().await(() -> isIn(state) || ended(), limit) && isIn(state);
  }

  /** Lets the world go on until the run ends. */
  public DescribeExecutionResponse end(Duration limit) {
    if (!world.scheduler().await(this::ended, limit)) {
      throw new IllegalStateException(
          "the run has not ended after %s; it went %s".formatted(limit, statesEntered()));
    }
    return describe();
  }

  /** Stops the run. */
  public void stop() {
    operator.states().stopExecution(r -> r.executionArn(executionArn));
  }

  /** Has the run go on from where it failed or was stopped. */
  public void redrive() {
    operator.states().redriveExecution(r -> r.executionArn(executionArn));
  }

  /** Whether the run has ended. */
  public boolean ended() {
    return execution().status() != Status.RUNNING;
  }

  /** The run as it is. */
  public DescribeExecutionResponse describe() {
    return operator.states().describeExecution(r -> r.executionArn(executionArn));
  }

  /** The run's output. */
  public JsonNode output() {
    try {
      return JSON.readTree(describe().output());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the output of " + executionArn + " is not JSON", e);
    }
  }

  /** The whole history, oldest event first. */
  public List<HistoryEvent> history() {
    GetExecutionHistoryIterable pages =
        operator.states().getExecutionHistoryPaginator(r -> r.executionArn(executionArn));
    return pages.events().stream().toList();
  }

  /** The tokens that the run has handed to its workers, in the clear. */
  public List<String> taskTokens() {
    return history().stream()
        .map(HistoryEvent::taskScheduledEventDetails)
        .filter(Objects::nonNull)
        .flatMap(task -> TOKEN.matcher(task.parameters()).results())
        .map(match -> match.group(1))
        .toList();
  }

  /** The names of the states entered so far, in order. */
  public List<String> statesEntered() {
    return world.states().executions().history(executionArn).stream()
        .map(HistoryEvent::stateEnteredEventDetails)
        .filter(Objects::nonNull)
        .map(StateEnteredEventDetails::name)
        .toList();
  }

  /** The runs of refresh-targets that this run started, by ARN. */
  public List<String> children() {
    return world.states().executions().history(executionArn).stream()
        .map(HistoryEvent::taskSubmittedEventDetails)
        .filter(Objects::nonNull)
        .filter(task -> task.resourceType().equals("states"))
        .map(task -> arnIn(task.output()))
        .toList();
  }

  /** How many states this run and its children have entered: what AWS charges for. */
  public long stateTransitions() {
    return events().filter(event -> event.stateEnteredEventDetails() != null).count();
  }

  /** How many events the histories of this run and its children hold. */
  public long historyEvents() {
    return events().count();
  }

  private Stream<HistoryEvent> events() {
    return Stream.concat(Stream.of(executionArn), children().stream())
        .flatMap(arn -> world.states().executions().history(arn).stream());
  }

  private static String arnIn(String submitted) {
    try {
      return JSON.readTree(submitted).path("ExecutionArn").textValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + submitted, e);
    }
  }

  /** Asked at every step of the world, so it does not read the history. */
  private boolean isIn(String state) {
    return execution().branches().values().stream()
        .anyMatch(branch -> branch.state().equals(state));
  }

  private Execution execution() {
    return world.states().executions().get(executionArn);
  }
}
