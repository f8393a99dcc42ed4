package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

record ReceiveMessage(SqsState state)
    implements Operation<ReceiveMessageRequest, ReceiveMessageResponse> {
  @Override
  public ReceiveMessageResponse handle(ReceiveMessageRequest request, Caller caller) {
    Queue queue = state.byUrl(request.queueUrl(), "ReceiveMessage", caller);
    Ranges.check("MaxNumberOfMessages", request.maxNumberOfMessages(), 1, 10);
    Ranges.check("WaitTimeSeconds", request.waitTimeSeconds(), 0, 20);
    Ranges.check("VisibilityTimeout", request.visibilityTimeout(), 0, 43_200);
    int wanted = Optional.ofNullable(request.maxNumberOfMessages()).orElse(1);
    List<Message> received =
        state.receive(queue, wanted, hidden(queue, request.visibilityTimeout())).stream()
            .map(ReceiveMessage::shown)
            .toList();
    return ReceiveMessageResponse.builder().messages(received).build();
  }

  private static Duration hidden(Queue queue, @Nullable Integer asked) {
    return asked == null ? queue.attributes().visibility() : Duration.ofSeconds(asked);
  }

  private static Message shown(Queue.Stored taken) {
    return Message.builder()
        .messageId(taken.id())
        .receiptHandle(taken.receipt())
        .body(taken.body())
        .md5OfBody(Md5.of(taken.body()))
        .build();
  }
}
