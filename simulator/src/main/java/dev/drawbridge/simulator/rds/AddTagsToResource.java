package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;

/** Adds or replaces tags of a cluster or instance. */
record AddTagsToResource(Tagging tagging)
    implements Operation<AddTagsToResourceRequest, AddTagsToResourceResponse> {

  @Override
  public AddTagsToResourceResponse handle(AddTagsToResourceRequest request, Caller caller) {
    Map<String, String> tags = new HashMap<>(tagging.read(caller, request.resourceName()));
    request.tags().forEach(t -> tags.put(t.key(), t.value()));
    tagging.write(caller, request.resourceName(), tags);
    return AddTagsToResourceResponse.builder().build();
  }
}
