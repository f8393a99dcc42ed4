package dev.drawbridge.simulator;

import dev.drawbridge.simulator.rds.EventTopics;
import dev.drawbridge.simulator.sns.Publisher;
import dev.drawbridge.simulator.sns.SnsService;

/** RDS's events go to topics of SNS, under the name of its service principal. */
record TopicEvents(SnsService sns) implements EventTopics {
  @Override
  public boolean has(String topicArn) {
    return sns.has(topicArn);
  }

  @Override
  public void publish(String sourceArn, String topicArn, String subject, String message) {
    sns.publish(new Publisher("events.rds.amazonaws.com", sourceArn), topicArn, subject, message);
  }
}
