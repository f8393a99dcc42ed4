package dev.drawbridge.simulator.sns;

/** The keys that topics are encrypted with. */
@FunctionalInterface
public interface TopicKeys {

  /**
   * Whether the policy of a key lets a service use it, as a service that publishes to an encrypted
   * topic must ("Enable compatibility between event sources from AWS services and encrypted
   * topics", Amazon SNS Developer Guide).
   */
  boolean admit(String keyArn, Publisher publisher);
}
