package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;

record GetQueueAttributes(SqsState state)
    implements Operation<GetQueueAttributesRequest, GetQueueAttributesResponse> {
  @Override
  public GetQueueAttributesResponse handle(GetQueueAttributesRequest request, Caller caller) {
    Queue queue = state.byUrl(request.queueUrl(), "GetQueueAttributes", caller);
    Map<String, String> attributes = new TreeMap<>(queue.attributes().values());
    attributes.put("QueueArn", queue.arn());
    attributes.put("ApproximateNumberOfMessages", Integer.toString(queue.messages().size()));
    return GetQueueAttributesResponse.builder().attributesWithStrings(attributes).build();
  }
}
