package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;

record AddTags(ElbState state) implements Operation<AddTagsRequest, AddTagsResponse> {
  @Override
  public AddTagsResponse handle(AddTagsRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    request.resourceArns().forEach(arn -> new Taggable(state).checked(arn, caller));
    for (String arn : request.resourceArns()) {
      request
          .tags()
          .forEach(
              tag -> state.tags(arn).put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    }
    return AddTagsResponse.builder().build();
  }
}
