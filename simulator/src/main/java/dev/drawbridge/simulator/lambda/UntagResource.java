package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** Removes tags from a function. */
record UntagResource(FunctionEntries entries)
    implements Operation<UntagResourceRequest, UntagResourceResponse> {
  @Override
  public UntagResourceResponse handle(UntagResourceRequest request, Caller caller) {
    String arn =
        entries.get(caller, request.resource(), "UntagResource").configuration().functionArn();
    entries.tags().remove(arn, request.tagKeys());
    return UntagResourceResponse.builder().build();
  }
}
