package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;

record DeleteTopic(SnsState state) implements Operation<DeleteTopicRequest, DeleteTopicResponse> {
  @Override
  public DeleteTopicResponse handle(DeleteTopicRequest request, Caller caller) {
    state.removeTopic(request.topicArn());
    return DeleteTopicResponse.builder().build();
  }
}
