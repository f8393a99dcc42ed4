package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;

/** Removes tags of a cluster or instance. */
record RemoveTagsFromResource(Tagging tagging)
    implements Operation<RemoveTagsFromResourceRequest, RemoveTagsFromResourceResponse> {

  @Override
  public RemoveTagsFromResourceResponse handle(
      RemoveTagsFromResourceRequest request, Caller caller) {
    Map<String, String> tags = new HashMap<>(tagging.read(caller, request.resourceName()));
    request.tagKeys().forEach(tags::remove);
    tagging.write(caller, request.resourceName(), tags);
    return RemoveTagsFromResourceResponse.builder().build();
  }
}
