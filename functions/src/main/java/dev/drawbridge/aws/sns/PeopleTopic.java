package dev.drawbridge.aws.sns;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.model.Subscriptions;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/** Where people read what Drawbridge wants of them. No message ever holds a task token. */
public final class PeopleTopic {
  /** SNS refuses a longer subject ("Publish", Amazon SNS API Reference). */
  private static final int LONGEST_SUBJECT = 100;

  private final SnsClient client;
  private final String topicArn;

  public PeopleTopic(Clients clients, String topicArn) {
    this.client = clients.sns();
    this.topicArn = topicArn;
  }

  /** Who reads it. Calls: 1 to SNS. */
  public Subscriptions subscriptions() {
    Map<String, String> counts = client.getTopicAttributes(r -> r.topicArn(topicArn)).attributes();
    return new Subscriptions(
        Integer.parseInt(counts.getOrDefault("SubscriptionsConfirmed", "0")),
        Integer.parseInt(counts.getOrDefault("SubscriptionsPending", "0")));
  }

  /** Sends a message, without characters that nobody sees: causes quote what strangers wrote. */
  public void tell(String subject, String message) {
    String cut = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT - 1));
    client.publish(r -> r.topicArn(topicArn).subject(cut).message(PlainText.seen(message)));
  }
}
