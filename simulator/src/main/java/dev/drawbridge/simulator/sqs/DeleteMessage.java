package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;

record DeleteMessage(SqsState state)
    implements Operation<DeleteMessageRequest, DeleteMessageResponse> {
  @Override
  public DeleteMessageResponse handle(DeleteMessageRequest request, Caller caller) {
    Queue queue = state.byUrl(request.queueUrl(), "DeleteMessage", caller);
    if (!request.receiptHandle().matches("[0-9a-f-]{36}")) {
      throw ServiceError.client(
          "ReceiptHandleIsInvalid",
          "The input receipt handle \"%s\" is not a valid receipt handle."
              .formatted(request.receiptHandle()));
    }
    queue.delete(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }
}
