package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.stepfunctions.Errors;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;

/** Lists the versions of a state machine, newest first. */
final class ListStateMachineVersions
    implements Operation<ListStateMachineVersionsRequest, ListStateMachineVersionsResponse> {
  private final StateMachines machines;

  ListStateMachineVersions(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public ListStateMachineVersionsResponse handle(
      ListStateMachineVersionsRequest request, Caller caller) {
    if (!machines.has(request.stateMachineArn())) {
      throw Errors.invalidArn(request.stateMachineArn());
    }
    StateMachine machine = machines.get(request.stateMachineArn());
    List<StateMachine.Version> newestFirst =
        List.copyOf(machine.versions().descendingMap().values());
    Page<StateMachine.Version> page =
        Pages.of(newestFirst, request.maxResults(), request.nextToken());
    return ListStateMachineVersionsResponse.builder()
        .stateMachineVersions(
            page.rows().stream()
                .map(
                    version ->
                        StateMachineVersionListItem.builder()
                            .stateMachineVersionArn(Shapes.versionArn(machine, version))
                            .creationDate(version.createdAt())
                            .build())
                .toList())
        .nextToken(page.next())
        .build();
  }
}
