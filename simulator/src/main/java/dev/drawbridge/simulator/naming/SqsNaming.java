package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SQS: names of new queues, and messages within the size that AWS takes. */
record SqsNaming() implements NamingRules {
  private static final int MAX_BYTES = 1_048_576;

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    boolean naming = operation.equals("CreateQueue") && member.equals("QueueName");
    if (naming && !value.matches("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo")) {
      throw invalid(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    boolean message = member.equals("MessageBody");
    if (message && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid(
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(MAX_BYTES));
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    new PlainTags("InvalidParameterValue", "InvalidParameterValue").tags(operation, tags);
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
