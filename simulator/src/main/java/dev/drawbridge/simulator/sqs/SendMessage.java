package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

record SendMessage(SqsState state) implements Operation<SendMessageRequest, SendMessageResponse> {
  @Override
  public SendMessageResponse handle(SendMessageRequest request, Caller caller) {
    Ranges.check("DelaySeconds", request.delaySeconds(), 0, 900);
    Queue.Stored sent = state.send(state.byUrl(request.queueUrl()), body(request.messageBody()));
    return SendMessageResponse.builder()
        .messageId(sent.id())
        .md5OfMessageBody(Md5.of(sent.body()))
        .build();
  }

  /** A body has at least one character (API Reference, SendMessage). */
  static String body(@Nullable String body) {
    if (body == null || body.isEmpty()) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter MessageBody.");
    }
    return body;
  }
}
