package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;

record CreateQueue(SqsState state) implements Operation<CreateQueueRequest, CreateQueueResponse> {
  @Override
  public CreateQueueResponse handle(CreateQueueRequest request, Caller caller) {
    checkStandard(request.queueName(), request.attributesAsStrings().get("FifoQueue"));
    Queue queue =
        state.create(
            caller, request.queueName(), QueueAttributes.of(request.attributesAsStrings()));
    return CreateQueueResponse.builder().queueUrl(queue.url()).build();
  }

  private static void checkStandard(String name, @Nullable String fifo) {
    if (name.endsWith(".fifo")) {
      throw ServiceError.client(
          "InvalidParameterValue", "This simulator has standard queues only, no FIFO queues.");
    }
    if ("true".equalsIgnoreCase(fifo)) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "The name of a FIFO queue can only include alphanumeric characters, hyphens, or"
              + " underscores, must end with .fifo suffix and be 1 to 80 in length.");
    }
    if (fifo != null) {
      throw ServiceError.client("InvalidAttributeName", "Unknown Attribute FifoQueue.");
    }
  }
}
