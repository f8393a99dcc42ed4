package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;

/** Adds tags to a topic. */
record TagResource(SnsState state) implements Operation<TagResourceRequest, TagResourceResponse> {
  @Override
  public TagResourceResponse handle(TagResourceRequest request, Caller caller) {
    state
        .tags()
        .put(
            state.tagged(request.resourceArn()).arn(),
            request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    return TagResourceResponse.builder().build();
  }
}
