package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sfn.model.Tag;

/** Lists the tags of a state machine. */
final class ListTagsForResource
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private final StateMachines machines;

  ListTagsForResource(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public ListTagsForResourceResponse handle(ListTagsForResourceRequest request, Caller caller) {
    return ListTagsForResourceResponse.builder()
        .tags(
            machines.tagged(request.resourceArn()).tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
