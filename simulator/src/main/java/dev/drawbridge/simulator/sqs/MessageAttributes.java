package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The types that a message's attributes have, and that each has a value of its type. */
final class MessageAttributes {
  private static final int MOST = 10;

  private MessageAttributes() {}

  /**
   * Holds the attributes of a message against SQS's rules ("Amazon SQS message metadata").
   *
   * @throws ServiceError InvalidParameterValue
   */
  static void check(Map<String, MessageAttributeValue> attributes) {
    if (attributes.size() > MOST) {
      throw invalid(
          "Number of message attributes [%d] exceeds the allowed maximum [%d]."
              .formatted(attributes.size(), MOST));
    }
    attributes.forEach(MessageAttributes::check);
  }

  private static void check(String name, MessageAttributeValue value) {
    String type = String.valueOf(value.dataType());
    if (!type.matches("(String|Number|Binary)(\\..+)?")) {
      throw invalid(
          "The message attribute '%s' has an invalid message attribute type, the set of supported"
                  .formatted(name)
              + " type prefixes is Binary, Number, and String.");
    }
    String text = value.stringValue();
    boolean empty =
        type.startsWith("Binary") ? value.binaryValue() == null : text == null || text.isEmpty();
    if (empty) {
      throw invalid(
          "The message attribute '%s' must contain non-empty message attribute value for message"
                  .formatted(name)
              + " attribute type '%s'.".formatted(type));
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
