package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/** Removes tags from a rule. */
record UntagResource(Rules rules)
    implements Operation<UntagResourceRequest, UntagResourceResponse> {
  @Override
  public UntagResourceResponse handle(UntagResourceRequest request, Caller caller) {
    rules.tags().remove(rules.byArn(request.resourceARN()).arn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }
}
