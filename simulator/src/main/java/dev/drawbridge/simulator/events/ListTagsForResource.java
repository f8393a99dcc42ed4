package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** Lists the tags of a rule. */
record ListTagsForResource(Rules rules)
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  @Override
  public ListTagsForResourceResponse handle(ListTagsForResourceRequest request, Caller caller) {
    return ListTagsForResourceResponse.builder()
        .tags(
            rules.tags().of(rules.byArn(request.resourceARN()).arn()).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
