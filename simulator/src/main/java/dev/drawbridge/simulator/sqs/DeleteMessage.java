package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;

record DeleteMessage(SqsState state)
    implements Operation<DeleteMessageRequest, DeleteMessageResponse> {
  @Override
  public DeleteMessageResponse handle(DeleteMessageRequest request, Caller caller) {
    state.byUrl(request.queueUrl()).delete(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }
}
