package dev.drawbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.AccessControl;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.MachineActions;
import dev.drawbridge.simulator.stepfunctions.TaskRoles;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges each task by the policy of its state machine's role. */
record TaskPermissions(AccessControl access) implements TaskRoles {
  private static final Set<Integration.Pattern> AWAITED =
      Set.of(Integration.Pattern.SYNC, Integration.Pattern.SYNC_2);

  @Override
  public @Nullable String whyNot(Caller role, TaskRequest request) {
    return access.whyNot(role, questions(request, role));
  }

  private static List<Authorization> questions(TaskRequest request, Caller role) {
    JsonNode arguments = request.arguments();
    return switch (request.integration()) {
      case Integration.Function function -> MachineActions.invoke(function.arn(), role);
      case Integration.Service service when service.key().equals("lambda:invoke") ->
          MachineActions.invoke(arguments.path("FunctionName").asText(), role);
      case Integration.Service service when service.key().equals("states:startExecution") ->
          child(arguments, AWAITED.contains(service.pattern()), role);
      case Integration.Service other -> List.of();
    };
  }

  private static List<Authorization> child(JsonNode arguments, boolean awaited, Caller role) {
    String machine = arguments.path("StateMachineArn").asText();
    return awaited
        ? MachineActions.await(machine, arguments.path("Name").asText("*"), role)
        : MachineActions.start(machine);
  }
}
