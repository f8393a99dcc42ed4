package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;

record CreateTags(Ec2State state) implements Operation<CreateTagsRequest, CreateTagsResponse> {
  @Override
  public CreateTagsResponse handle(CreateTagsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    request.resources().forEach(id -> new ResourceTypes(state).check(id, caller));
    request.resources().forEach(id -> state.tags.checkRoom(id, request.tags()));
    for (String id : request.resources()) {
      request
          .tags()
          .forEach(
              tag -> state.tags.put(id, tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    }
    return CreateTagsResponse.builder().build();
  }
}
