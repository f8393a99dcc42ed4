package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;

/** Lists the tags of a cluster or instance. */
record ListTagsForResource(Tagging tagging)
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {

  @Override
  public ListTagsForResourceResponse handle(ListTagsForResourceRequest request, Caller caller) {
    return ListTagsForResourceResponse.builder()
        .tagList(Views.tags(tagging.read(caller, request.resourceName())))
        .build();
  }
}
