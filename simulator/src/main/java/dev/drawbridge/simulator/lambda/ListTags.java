package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;

/** Lists the tags of a function. */
record ListTags(FunctionEntries entries) implements Operation<ListTagsRequest, ListTagsResponse> {
  @Override
  public ListTagsResponse handle(ListTagsRequest request, Caller caller) {
    String arn = entries.get(caller, request.resource(), "ListTags").configuration().functionArn();
    return ListTagsResponse.builder().tags(entries.tags().of(arn)).build();
  }
}
