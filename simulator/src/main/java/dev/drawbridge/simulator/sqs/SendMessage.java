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
    checkType("MessageDeduplicationId", request.messageDeduplicationId());
    MessageAttributes.check(request.messageAttributes());
    Queue.Stored sent =
        state.send(
            state.byUrl(request.queueUrl(), "SendMessage", caller), body(request.messageBody()));
    return SendMessageResponse.builder()
        .messageId(sent.id())
        .md5OfMessageBody(Md5.of(sent.body()))
        .build();
  }

  /** A group id is taken since July 2025, when queues began to deal fairly by it. */
  private static void checkType(String parameter, @Nullable String value) {
    if (value != null) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Value %s for parameter %s is invalid. Reason: The request include parameter that is not"
                  .formatted(value, parameter)
              + " valid for this queue type.");
    }
  }

  /** A body has at least one character (API Reference, SendMessage). */
  static String body(@Nullable String body) {
    if (body == null || body.isEmpty()) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter MessageBody.");
    }
    body.codePoints()
        .filter(each -> !allowed(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw ServiceError.client(
                  "InvalidMessageContents",
                  "Invalid binary character '#x%X' was found in the message body, the set of"
                          .formatted(each)
                      + " allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to"
                      + " #xFFFD | #x10000 to #x10FFFF");
            });
    return body;
  }

  /** The characters of XML 1.0 (API Reference, SendMessage). */
  private static boolean allowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= ' ' && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
