package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;

record GetTopicAttributes(SnsState state)
    implements Operation<GetTopicAttributesRequest, GetTopicAttributesResponse> {
  /** What SNS does unless told otherwise ("Amazon SNS message delivery retries"). */
  private static final String DELIVERY =
      """
      {"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,\
      "numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},\
      "disableSubscriptionOverrides":false,"defaultRequestPolicy":\
      {"headerContentType":"text/plain; charset=UTF-8"}}}""";

  @Override
  public GetTopicAttributesResponse handle(GetTopicAttributesRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "GetTopicAttributes", caller);
    Map<String, String> attributes = new HashMap<>(topic.attributes());
    attributes.put("TopicArn", topic.arn());
    attributes.put("Owner", topic.owner().account());
    attributes.put("SubscriptionsDeleted", "0");
    attributes.put("EffectiveDeliveryPolicy", DELIVERY);
    long pending =
        state.subscriptionsOf(topic.arn()).stream().filter(SubscriptionRecord::pending).count();
    attributes.put("SubscriptionsPending", Long.toString(pending));
    attributes.put(
        "SubscriptionsConfirmed",
        Long.toString(state.subscriptionsOf(topic.arn()).size() - pending));
    return GetTopicAttributesResponse.builder().attributes(attributes).build();
  }
}
