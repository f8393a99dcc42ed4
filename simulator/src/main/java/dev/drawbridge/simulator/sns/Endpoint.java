package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where messages go: what an endpoint must look like for its protocol. */
final class Endpoint {
  private static final String QUEUE = "arn:[a-z-]+:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]+";
  private static final String FUNCTION =
      "arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?";
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "http", "http://.+",
          "https", "https://.+",
          "email", ".+@.+",
          "email-json", ".+@.+",
          "sms", "\\+?[0-9 ()-]+",
          "application", "arn:.+",
          "firehose", "arn:.+");

  private Endpoint() {}

  /**
   * The endpoint of a subscription.
   *
   * @throws ServiceError InvalidParameter for one that does not fit its protocol, for a protocol
   *     that SNS has not, and for one to which this simulator does not deliver
   */
  static String checked(String protocol, @Nullable String endpoint) {
    String given = endpoint == null ? "" : endpoint;
    switch (protocol) {
      case "sqs" -> queue(given);
      case "lambda" -> demand(given.matches(FUNCTION), "Lambda endpoint ARN");
      default -> throw elsewhere(protocol, given);
    }
    return given;
  }

  private static void queue(String given) {
    demand(given.matches(QUEUE), "SQS endpoint ARN");
    demand(
        !given.endsWith(".fifo"),
        "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS"
            + " topics");
  }

  private static ServiceError elsewhere(String protocol, String given) {
    String shape = ELSEWHERE.get(protocol);
    if (shape == null) {
      return TopicAttributes.invalid(
          "Amazon SNS does not support this protocol string: " + protocol);
    }
    if (!given.matches(shape)) {
      return TopicAttributes.invalid("Endpoint must match the specified protocol");
    }
    return TopicAttributes.invalid(
        "this simulator delivers to lambda and sqs, not to %s".formatted(protocol));
  }

  private static void demand(boolean fits, String what) {
    if (!fits) {
      throw TopicAttributes.invalid(what);
    }
  }
}
