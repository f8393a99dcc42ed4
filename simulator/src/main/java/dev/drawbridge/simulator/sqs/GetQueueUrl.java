package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;

record GetQueueUrl(SqsState state) implements Operation<GetQueueUrlRequest, GetQueueUrlResponse> {
  @Override
  public GetQueueUrlResponse handle(GetQueueUrlRequest request, Caller caller) {
    Queue queue = state.byArn(caller.arn("sqs", request.queueName())).orElseThrow(SqsState::absent);
    return GetQueueUrlResponse.builder().queueUrl(queue.url()).build();
  }
}
