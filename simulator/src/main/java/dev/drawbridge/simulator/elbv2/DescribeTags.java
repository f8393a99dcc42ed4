package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

record DescribeTags(ElbState state)
    implements Operation<DescribeTagsRequest, DescribeTagsResponse> {
  /** Resources in one call (API Reference, DescribeTags). */
  private static final int MOST = 20;

  @Override
  public DescribeTagsResponse handle(DescribeTagsRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    if (request.resourceArns().size() > MOST) {
      throw ServiceError.client(
          "ValidationError",
          "The number of resources must be at most %d: it is %d"
              .formatted(MOST, request.resourceArns().size()));
    }
    return DescribeTagsResponse.builder()
        .tagDescriptions(
            request.resourceArns().stream()
                .map(arn -> new Taggable(state).checked(arn, caller))
                .map(this::shape)
                .toList())
        .build();
  }

  private TagDescription shape(String arn) {
    return TagDescription.builder()
        .resourceArn(arn)
        .tags(
            state.tags(arn).entrySet().stream()
                .map(each -> Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList())
        .build();
  }
}
