package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** Lists the state machines of the caller's account and region. */
final class ListStateMachines
    implements Operation<ListStateMachinesRequest, ListStateMachinesResponse> {
  private final StateMachines machines;

  ListStateMachines(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public ListStateMachinesResponse handle(ListStateMachinesRequest request, Caller caller) {
    Page<StateMachine> page =
        Pages.of(machines.of(caller), request.maxResults(), request.nextToken());
    return ListStateMachinesResponse.builder()
        .stateMachines(
            page.rows().stream()
                .map(
                    machine ->
                        StateMachineListItem.builder()
                            .stateMachineArn(machine.arn())
                            .name(machine.name())
                            .type(StateMachineType.STANDARD)
                            .creationDate(machine.createdAt())
                            .build())
                .toList())
        .nextToken(page.next())
        .build();
  }
}
