package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Topic;

record ListTopics(SnsState state) implements Operation<ListTopicsRequest, ListTopicsResponse> {
  @Override
  public ListTopicsResponse handle(ListTopicsRequest request, Caller caller) {
    return ListTopicsResponse.builder()
        .topics(
            state.topics(caller).stream()
                .map(topic -> Topic.builder().topicArn(topic.arn()).build())
                .toList())
        .build();
  }
}
