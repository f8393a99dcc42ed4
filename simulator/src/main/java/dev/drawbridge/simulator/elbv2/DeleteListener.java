package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;

record DeleteListener(ElbState state)
    implements Operation<DeleteListenerRequest, DeleteListenerResponse> {
  @Override
  public DeleteListenerResponse handle(DeleteListenerRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    ListenerRecord listener = state.listeners.require(request.listenerArn(), caller);
    state.listeners.remove(listener.arn());
    state.forgetTags(listener.arn());
    return DeleteListenerResponse.builder().build();
  }
}
