package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;

record CreateQueue(SqsState state) implements Operation<CreateQueueRequest, CreateQueueResponse> {
  @Override
  public CreateQueueResponse handle(CreateQueueRequest request, Caller caller) {
    Queue queue =
        state.create(
            caller, request.queueName(), QueueAttributes.of(request.attributesAsStrings()));
    return CreateQueueResponse.builder().queueUrl(queue.url()).build();
  }
}
