package dev.drawbridge.simulator.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is asked about a task that Step Functions performs with the role of a state machine
 * ("Service integration policies for Step Functions", AWS Step Functions Developer Guide).
 *
 * <p>Waiting for a child's end takes a rule that AWS manages. UNCONFIRMED when it is asked about:
 * CreateStateMachine asks, too.
 */
final class TaskQuestions {
  private static final Set<Integration.Pattern> AWAITED =
      Set.of(Integration.Pattern.SYNC, Integration.Pattern.SYNC_2);

  private TaskQuestions() {}

  static List<Authorization> about(TaskRequest request, Caller role) {
    JsonNode arguments = request.arguments();
    return switch (request.integration()) {
      case Integration.Function function ->
          List.of(OtherQuestions.invoke(function.arn(), null, role));
      case Integration.Service service when service.key().equals("lambda:invoke") ->
          List.of(OtherQuestions.invoke(arguments.path("FunctionName").asText(), null, role));
      case Integration.Service service when service.key().equals("states:startExecution") ->
          child(arguments, AWAITED.contains(service.pattern()), role);
      case Integration.Service other -> List.of();
    };
  }

  private static List<Authorization> child(JsonNode arguments, boolean awaited, Caller role) {
    Authorization start = OtherQuestions.start(arguments.path("StateMachineArn").asText());
    List<Authorization> all = new ArrayList<>(List.of(start));
    if (awaited) {
      String execution =
          start.resource().replace(":stateMachine:", ":execution:")
              + ":"
              + arguments.path("Name").asText("*");
      all.add(Authorization.of("states:DescribeExecution").on(execution));
      all.add(Authorization.of("states:StopExecution").on(execution));
      String rule = role.arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
      List.of("events:PutTargets", "events:PutRule", "events:DescribeRule")
          .forEach(action -> all.add(Authorization.of(action).on(rule)));
    }
    return all;
  }
}
