package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;

/** Adds tags to a rule. */
record TagResource(Rules rules) implements Operation<TagResourceRequest, TagResourceResponse> {
  @Override
  public TagResourceResponse handle(TagResourceRequest request, Caller caller) {
    rules
        .tags()
        .put(
            rules.byArn(request.resourceARN()).arn(),
            request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    return TagResourceResponse.builder().build();
  }
}
