package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/** Removes tags from a topic. */
record UntagResource(SnsState state)
    implements Operation<UntagResourceRequest, UntagResourceResponse> {
  @Override
  public UntagResourceResponse handle(UntagResourceRequest request, Caller caller) {
    state.tags().remove(state.tagged(request.resourceArn()).arn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }
}
