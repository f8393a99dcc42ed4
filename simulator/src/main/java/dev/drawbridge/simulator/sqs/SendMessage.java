package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

record SendMessage(SqsState state) implements Operation<SendMessageRequest, SendMessageResponse> {
  @Override
  public SendMessageResponse handle(SendMessageRequest request, Caller caller) {
    Queue.Stored sent = state.send(state.byUrl(request.queueUrl()), request.messageBody());
    return SendMessageResponse.builder()
        .messageId(sent.id())
        .md5OfMessageBody(Md5.of(sent.body()))
        .build();
  }
}
