package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Alias;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;

/** Describes an alias. */
final class DescribeStateMachineAlias
    implements Operation<DescribeStateMachineAliasRequest, DescribeStateMachineAliasResponse> {
  private final Aliases aliases;

  DescribeStateMachineAlias(Aliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public DescribeStateMachineAliasResponse handle(
      DescribeStateMachineAliasRequest request, Caller caller) {
    Alias alias = aliases.get(request.stateMachineAliasArn());
    return DescribeStateMachineAliasResponse.builder()
        .stateMachineAliasArn(alias.arn())
        .name(alias.name())
        .description(alias.description())
        .routingConfiguration(
            alias.routes().stream()
                .map(
                    route ->
                        RoutingConfigurationListItem.builder()
                            .stateMachineVersionArn(route.versionArn())
                            .weight(route.weight())
                            .build())
                .toList())
        .creationDate(alias.createdAt())
        .updateDate(alias.updatedAt())
        .build();
  }
}
