package dev.drawbridge.simulator.ec2;

/** Where PrivateLink publishes its connection notices: SNS. */
public interface Notices {

  /**
   * Whether there is a topic of that ARN; where no topics are modelled, every one counts as there.
   */
  default boolean has(String topicArn) {
    return true;
  }

  /**
   * Publishes one notice.
   *
   * @param serviceArn the endpoint service
   * @param topicArn the topic of the notification
   * @param message the notice as JSON
   */
  void publish(String serviceArn, String topicArn, String message);
}
