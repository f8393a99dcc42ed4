package dev.drawbridge.simulator.rds;

/** The topics that RDS tells of its events. */
public interface EventTopics {

  /** No topics at all. */
  EventTopics NONE =
      new EventTopics() {
        @Override
        public boolean has(String topicArn) {
          return false;
        }

        @Override
        public void publish(String sourceArn, String topicArn, String subject, String message) {}
      };

  /** Whether there is such a topic. */
  boolean has(String topicArn);

  /**
   * Publishes in the name of RDS; a topic that is gone or does not allow it takes nothing.
   *
   * @param sourceArn the database that the event is of
   */
  void publish(String sourceArn, String topicArn, String subject, String message);
}
