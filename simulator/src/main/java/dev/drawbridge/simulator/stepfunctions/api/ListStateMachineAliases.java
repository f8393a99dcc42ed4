package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.stepfunctions.Alias;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.ListStateMachineAliasesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineAliasesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAliasListItem;

/** Lists the aliases of a state machine. */
final class ListStateMachineAliases
    implements Operation<ListStateMachineAliasesRequest, ListStateMachineAliasesResponse> {
  private final StateMachines machines;
  private final Aliases aliases;

  ListStateMachineAliases(StateMachines machines, Aliases aliases) {
    this.machines = machines;
    this.aliases = aliases;
  }

  @Override
  public ListStateMachineAliasesResponse handle(
      ListStateMachineAliasesRequest request, Caller caller) {
    Page<Alias> page =
        Pages.of(
            aliases.of(machines.get(request.stateMachineArn()).arn()),
            request.maxResults(),
            request.nextToken());
    return ListStateMachineAliasesResponse.builder()
        .stateMachineAliases(
            page.rows().stream()
                .map(
                    alias ->
                        StateMachineAliasListItem.builder()
                            .stateMachineAliasArn(alias.arn())
                            .creationDate(alias.createdAt())
                            .build())
                .toList())
        .nextToken(page.next())
        .build();
  }
}
