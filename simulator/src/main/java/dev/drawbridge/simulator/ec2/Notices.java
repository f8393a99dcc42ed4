package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;

/** Where PrivateLink publishes its connection notices: SNS. */
public interface Notices {

  /**
   * Publishes one notice.
   *
   * @param owner the account of the endpoint service
   * @param topicArn the topic of the notification
   * @param message the notice as JSON
   */
  void publish(Caller owner, String topicArn, String message);
}
