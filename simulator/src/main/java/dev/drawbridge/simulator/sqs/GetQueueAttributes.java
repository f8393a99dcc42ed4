package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;

record GetQueueAttributes(SqsState state)
    implements Operation<GetQueueAttributesRequest, GetQueueAttributesResponse> {
  @Override
  public GetQueueAttributesResponse handle(GetQueueAttributesRequest request, Caller caller) {
    Queue queue = state.byUrl(request.queueUrl());
    return GetQueueAttributesResponse.builder()
        .attributesWithStrings(
            Map.of(
                "QueueArn", queue.arn(),
                "ApproximateNumberOfMessages", Integer.toString(queue.messages().size())))
        .build();
  }
}
