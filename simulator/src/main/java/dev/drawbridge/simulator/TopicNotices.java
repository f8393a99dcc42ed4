package dev.drawbridge.simulator;

import dev.drawbridge.simulator.ec2.Notices;
import dev.drawbridge.simulator.sns.Publisher;
import dev.drawbridge.simulator.sns.SnsService;

/** PrivateLink's notices go to topics of SNS, under the name of its service principal. */
record TopicNotices(SnsService sns) implements Notices {
  @Override
  public boolean has(String topicArn) {
    return sns.has(topicArn);
  }

  @Override
  public void publish(String serviceArn, String topicArn, String message) {
    sns.publish(new Publisher("vpce.amazonaws.com", serviceArn), topicArn, null, message);
  }
}
