package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sfn.model.UntagResourceRequest;
import software.amazon.awssdk.services.sfn.model.UntagResourceResponse;

/** Removes tags from a state machine. */
final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final StateMachines machines;

  UntagResource(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public UntagResourceResponse handle(UntagResourceRequest request, Caller caller) {
    Map<String, String> tags = new TreeMap<>(machines.tagged(request.resourceArn()).tags());
    tags.keySet().removeAll(request.tagKeys());
    machines.tag(request.resourceArn(), tags);
    return UntagResourceResponse.builder().build();
  }
}
