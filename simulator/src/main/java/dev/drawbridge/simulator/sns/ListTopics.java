package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Topic;

record ListTopics(SnsState state) implements Operation<ListTopicsRequest, ListTopicsResponse> {
  @Override
  public ListTopicsResponse handle(ListTopicsRequest request, Caller caller) {
    Page<TopicRecord> page = Pages.of(state.topics(caller), request.nextToken());
    return ListTopicsResponse.builder()
        .topics(page.shapes(topic -> Topic.builder().topicArn(topic.arn()).build()))
        .nextToken(page.next())
        .build();
  }
}
