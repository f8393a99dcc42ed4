package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The attributes of a standard topic that a caller may give (API Reference, CreateTopic). */
final class TopicAttributes {
  private static final Pattern KNOWN =
      Pattern.compile(
          "DeliveryPolicy|DisplayName|Policy|TracingConfig|KmsMasterKeyId|SignatureVersion"
              + "|(HTTP|Firehose|Lambda|Application|SQS)"
              + "(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)");
  private static final String FIFO = "FifoTopic";

  private TopicAttributes() {}

  /** The attributes that take only certain values (API Reference, SetTopicAttributes). */
  private static final Map<String, String> VALUES =
      Map.of(
          "TracingConfig", "PassThrough|Active",
          "SignatureVersion", "1|2",
          "DisplayName", ".{0,100}");

  /**
   * Holds a value against what its attribute takes; empty takes the attribute away.
   *
   * @throws ServiceError InvalidParameter
   */
  static void checkValue(String name, String value) {
    String permitted = VALUES.getOrDefault(name, "(?s).*");
    if (!value.isEmpty() && !value.matches(permitted)) {
      throw invalid(name);
    }
  }

  static boolean known(String name) {
    return KNOWN.matcher(name).matches();
  }

  /**
   * The attributes of a request that makes a topic, without one that says it is no FIFO topic.
   *
   * @throws ServiceError InvalidParameter for an attribute that a standard topic has not
   */
  static Map<String, String> ofNew(Map<String, String> asked) {
    Map<String, String> attributes = new HashMap<>(asked);
    attributes.remove(FIFO, "false");
    for (String name : attributes.keySet()) {
      if (!known(name)) {
        throw invalid("Attributes Reason: Unknown attribute " + name);
      }
      checkValue(name, attributes.getOrDefault(name, ""));
    }
    return attributes;
  }

  /**
   * Refuses to make a topic again with other attributes; those that are not asked may be any.
   *
   * @throws ServiceError InvalidParameter
   */
  static void checkSame(Map<String, String> asked, TopicRecord existing) {
    asked.forEach(
        (name, value) -> {
          if (!Objects.equals(existing.attributes().get(name), value)) {
            throw invalid("Attributes Reason: Topic already exists with different attributes");
          }
        });
  }

  /**
   * Refuses to make a topic again with other tags; a request without tags fits any.
   *
   * @throws ServiceError InvalidParameter
   */
  static void checkSameTags(Map<String, String> asked, Map<String, String> existing) {
    if (!asked.isEmpty() && !asked.equals(existing)) {
      throw invalid("Tags Reason: Topic already exists with different tags");
    }
  }

  static ServiceError invalid(String what) {
    return ServiceError.client("InvalidParameter", "Invalid parameter: " + what);
  }
}
