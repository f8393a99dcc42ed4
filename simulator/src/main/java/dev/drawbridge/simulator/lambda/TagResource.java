package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;

/** Adds tags to a function. */
record TagResource(FunctionEntries entries)
    implements Operation<TagResourceRequest, TagResourceResponse> {
  @Override
  public TagResourceResponse handle(TagResourceRequest request, Caller caller) {
    String arn =
        entries.get(caller, request.resource(), "TagResource").configuration().functionArn();
    entries.tags().put(arn, request.tags());
    return TagResourceResponse.builder().build();
  }
}
