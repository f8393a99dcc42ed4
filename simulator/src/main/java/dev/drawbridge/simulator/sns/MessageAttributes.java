package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The types that a message's attributes have, and that each has a value of its type. */
final class MessageAttributes {
  private MessageAttributes() {}

  /**
   * Holds the attributes of a message against SNS's types.
   *
   * @throws ServiceError ParameterValueInvalid
   */
  static Map<String, MessageAttributeValue> checked(Map<String, MessageAttributeValue> attributes) {
    attributes.forEach(MessageAttributes::check);
    return attributes;
  }

  private static void check(String name, MessageAttributeValue value) {
    String type = String.valueOf(value.dataType());
    if (!type.matches("(String|Number|Binary)(\\..+)?")) {
      throw invalid(
          "The message attribute '%s' has an invalid message attribute type, the set of supported"
                  .formatted(name)
              + " type prefixes is Binary, Number, and String.");
    }
    boolean binary = type.startsWith("Binary");
    String text = value.stringValue();
    if (binary ? value.binaryValue() == null : text == null || text.isEmpty()) {
      throw invalid(
          "The message attribute '%s' must contain non-empty message attribute value for message"
                  .formatted(name)
              + " attribute type '%s'.".formatted(type));
    }
    if (type.startsWith("Number")
        && !String.valueOf(text).matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
      throw invalid("Could not cast message attribute '%s' value to number.".formatted(name));
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ParameterValueInvalid", message);
  }
}
