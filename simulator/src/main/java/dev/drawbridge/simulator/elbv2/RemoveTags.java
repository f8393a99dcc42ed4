package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;

record RemoveTags(ElbState state) implements Operation<RemoveTagsRequest, RemoveTagsResponse> {
  @Override
  public RemoveTagsResponse handle(RemoveTagsRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    request.resourceArns().forEach(arn -> new Taggable(state).checked(arn, caller));
    request.resourceArns().forEach(arn -> state.tags(arn).keySet().removeAll(request.tagKeys()));
    return RemoveTagsResponse.builder().build();
  }
}
