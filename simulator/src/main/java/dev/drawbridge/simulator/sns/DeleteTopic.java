package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;

/** Deletes a topic; one that is not there is deleted already. */
record DeleteTopic(SnsState state) implements Operation<DeleteTopicRequest, DeleteTopicResponse> {
  @Override
  public DeleteTopicResponse handle(DeleteTopicRequest request, Caller caller) {
    if (state.has(request.topicArn())) {
      TopicAccess.check(state.topic(request.topicArn()), "DeleteTopic", caller);
      state.removeTopic(request.topicArn());
    }
    return DeleteTopicResponse.builder().build();
  }
}
