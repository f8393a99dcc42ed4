package dev.drawbridge.simulator.delivery;

import java.util.List;
import java.util.Optional;

/**
 * A message on its way.
 *
 * @param source who sends it: ARN of a rule or subscription
 * @param target whom it is for
 * @param payload what it says
 * @param deadLetters the queue for it if it cannot be delivered
 */
public record Message(String source, String target, String payload, Optional<String> deadLetters) {
  private static final int TOPIC_PARTS = 6;

  /** The principal of the service that sends it, for example {@code events.amazonaws.com}. */
  public String sender() {
    return source.split(":", 4)[2] + ".amazonaws.com";
  }

  /** What a policy knows as the source: the rule, or the topic of the subscription. */
  public String sourceArn() {
    String[] parts = source.split(":", -1);
    return parts[2].equals("sns")
        ? String.join(":", List.of(parts).subList(0, TOPIC_PARTS))
        : source;
  }

  /** The account that {@link #source} belongs to. */
  public String sourceAccount() {
    return source.split(":", 6)[4];
  }
}
