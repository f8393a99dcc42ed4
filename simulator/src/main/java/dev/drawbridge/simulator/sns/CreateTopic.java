package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
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
      throw ServiceError.client("InvalidParameter", "Invalid parameter: Topic Name: " + name);
    }
    String arn = caller.arn("sns", name);
    if (!state.has(arn)) {
      state.put(TopicRecord.of(arn, caller, request.attributes()));
      state
          .tags()
          .put(arn, request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }
    return CreateTopicResponse.builder().topicArn(arn).build();
  }
}
