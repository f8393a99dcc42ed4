package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.iam.Authorization;
import java.util.Locale;

/** Which services may send to a queue: those that its policy lets in. */
final class QueueAccess {
  private static final String SEND = "sqs:SendMessage";

  private QueueAccess() {}

  /** A policy that lets a service send for one source. */
  static String policy(String queueArn, String service, String sourceArn) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},\
    "Action":"%s","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}"""
        .formatted(service, SEND, queueArn, sourceArn);
  }

  /**
   * Judges the service that sends a message.
   *
   * @throws Target.Refused for good, since trying again does not help
   */
  static void check(Queue queue, Message message) {
    Authorization asked = Authorization.of(SEND).on(queue.arn());
    if (!queue.attributes().policy().admits(message.sender(), message.sourceArn(), asked)) {
      throw Target.Refused.forGood(
          "AccessDenied: User: %s is not authorized to perform: %s on resource: %s"
                  .formatted(message.sender(), SEND.toLowerCase(Locale.ROOT), queue.arn())
              + " because no resource-based policy allows the sqs:sendmessage action");
    }
  }
}
