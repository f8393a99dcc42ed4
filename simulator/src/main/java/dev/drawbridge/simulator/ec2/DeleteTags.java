package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A tag given with a value is deleted only if that is its value; no tag at all means all. */
record DeleteTags(Ec2State state) implements Operation<DeleteTagsRequest, DeleteTagsResponse> {
  @Override
  public DeleteTagsResponse handle(DeleteTagsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    request.resources().forEach(id -> new ResourceTypes(state).check(id, caller));
    for (String id : request.resources()) {
      if (request.tags().isEmpty()) {
        state.tags.removeAll(id);
      }
      request.tags().stream()
          .filter(tag -> matches(id, tag))
          .forEach(tag -> state.tags.remove(id, tag.key()));
    }
    return DeleteTagsResponse.builder().build();
  }

  private boolean matches(String id, Tag tag) {
    return tag.value() == null || tag.value().equals(state.tags.of(id).get(tag.key()));
  }
}
