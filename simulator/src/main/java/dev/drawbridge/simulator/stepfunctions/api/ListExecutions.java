package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.stepfunctions.Errors;
import dev.drawbridge.simulator.stepfunctions.Executions;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/** Lists the executions of a state machine, newest first. */
final class ListExecutions implements Operation<ListExecutionsRequest, ListExecutionsResponse> {
  /** The parts of the ARN of a state machine; a version or an alias is one more. */
  private static final int PARTS = 7;

  private final StateMachines machines;
  private final Executions executions;

  ListExecutions(StateMachines machines, Executions executions) {
    this.machines = machines;
    this.executions = executions;
  }

  @Override
  public ListExecutionsResponse handle(ListExecutionsRequest request, Caller caller) {
    boolean byMachine = request.stateMachineArn() != null;
    if (byMachine == (request.mapRunArn() != null)) {
      throw Errors.validation("Exactly one of stateMachineArn and mapRunArn must be given");
    }
    if (!byMachine) {
      // There are no distributed maps here, and so no runs of one.
      throw Errors.notFound(request.mapRunArn());
    }
    checkMachine(request.stateMachineArn());
    List<Execution> matching =
        executions.of(request.stateMachineArn()).stream()
            .filter(
                execution ->
                    request.statusFilterAsString() == null
                        || request.statusFilterAsString().equals(execution.status().name()))
            .toList();
    Page<Execution> page = Pages.of(matching, request.maxResults(), request.nextToken());
    return ListExecutionsResponse.builder()
        .executions(page.shapes(ListExecutions::shape))
        .nextToken(page.next())
        .build();
  }

  private void checkMachine(String arn) {
    String[] parts = arn.split(":", -1);
    String machine = String.join(":", Arrays.asList(parts).subList(0, PARTS));
    if (!machines.has(machine)) {
      throw Errors.noStateMachine(arn);
    }
  }

  private static ExecutionListItem shape(Execution execution) {
    return ExecutionListItem.builder()
        .executionArn(execution.identity().executionArn())
        .stateMachineArn(execution.identity().stateMachineArn())
        .name(execution.identity().name())
        .status(execution.status().name())
        .startDate(execution.startedAt())
        .stopDate(execution.stoppedAt())
        .redriveCount(execution.redriveCount())
        .redriveDate(execution.redrivenAt())
        .build();
  }
}
