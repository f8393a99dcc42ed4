package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.Tag;

record CreateTopic(SnsState state) implements Operation<CreateTopicRequest, CreateTopicResponse> {
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,256}");

  @Override
  public CreateTopicResponse handle(CreateTopicRequest request, Caller caller) {
    String name = String.valueOf(request.name());
    if (!NAME.matcher(name).matches()) {
      // FIFO topics (a name that ends in .fifo) are not modelled and refused here, too.
      throw TopicAttributes.invalid("Topic Name");
    }
    String arn = caller.arn("sns", name);
    Map<String, String> attributes = TopicAttributes.ofNew(request.attributes());
    Map<String, String> tags =
        request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    if (state.has(arn)) {
      TopicAttributes.checkSame(attributes, state.topic(arn));
      TopicAttributes.checkSameTags(tags, state.tags().of(arn));
    } else {
      state.put(TopicRecord.of(arn, caller, attributes));
      state.tags().put(arn, tags);
    }
    return CreateTopicResponse.builder().topicArn(arn).build();
  }
}
