package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sfn.model.TagResourceRequest;
import software.amazon.awssdk.services.sfn.model.TagResourceResponse;

/** Adds tags to a state machine. */
final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final StateMachines machines;

  TagResource(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public TagResourceResponse handle(TagResourceRequest request, Caller caller) {
    Map<String, String> tags = new TreeMap<>(machines.tagged(request.resourceArn()).tags());
    tags.putAll(Shapes.tags(request.tags()));
    machines.tag(request.resourceArn(), tags);
    return TagResourceResponse.builder().build();
  }
}
