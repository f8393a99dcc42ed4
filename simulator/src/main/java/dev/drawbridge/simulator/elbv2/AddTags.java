package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

record AddTags(ElbState state) implements Operation<AddTagsRequest, AddTagsResponse> {
  /** Tags of one resource (Network Load Balancers user guide, Tag restrictions). */
  private static final int MOST = 50;

  @Override
  public AddTagsResponse handle(AddTagsRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    request.resourceArns().forEach(arn -> new Taggable(state).checked(arn, caller));
    request.resourceArns().forEach(arn -> checkRoom(arn, request.tags()));
    for (String arn : request.resourceArns()) {
      request
          .tags()
          .forEach(
              tag -> state.tags(arn).put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    }
    return AddTagsResponse.builder().build();
  }

  private void checkRoom(String arn, List<Tag> added) {
    Set<String> keys = new HashSet<>(state.tags(arn).keySet());
    added.forEach(tag -> keys.add(tag.key()));
    if (keys.size() > MOST) {
      throw ServiceError.client(
          "TooManyTags", "The maximum number of tags on a resource is %d".formatted(MOST));
    }
  }
}
