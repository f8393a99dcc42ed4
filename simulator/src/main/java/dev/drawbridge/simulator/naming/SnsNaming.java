package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SNS: what is no ARN at all says how many elements it has. */
record SnsNaming() implements NamingRules {
  private static final int ELEMENTS = 6;
  private static final int MAX_SUBJECT = 100;
  private static final int MAX_BYTES = 262_144;

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    switch (member) {
      case "TopicArn", "TargetArn", "SubscriptionArn", "ResourceArn" -> arn(member, value, caller);
      case "Subject" -> subject(value);
      case "Message" -> {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
          throw invalid("Message too long");
        }
      }
      default -> {}
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    if (TagKeys.repeated(tags).isPresent()) {
      throw invalid("Duplicated keys are not allowed.");
    }
    if (TagKeys.reserved(tags).isPresent()) {
      throw invalid("Tags Reason: aws: prefixed tag key names are not allowed for external use.");
    }
    if (tags.size() > TagKeys.MOST) {
      throw ServiceError.client(
          "TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");
    }
  }

  private static void arn(String member, String value, Caller caller) {
    int elements = value.split(":", -1).length;
    if (elements < ELEMENTS) {
      throw invalid(
          "%s Reason: An ARN must have at least %d elements, not %d"
              .formatted(member, ELEMENTS, elements));
    }
    if (!value.matches("arn:[a-z-]+:sns:" + caller.region() + ":\\d{12}:.+")) {
      throw invalid(member);
    }
  }

  private static void subject(String value) {
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 127);
    if (value.isEmpty() || value.length() > MAX_SUBJECT || !plain) {
      throw invalid("Subject");
    }
  }

  private static ServiceError invalid(String what) {
    return ServiceError.client("InvalidParameter", "Invalid parameter: " + what);
  }
}
