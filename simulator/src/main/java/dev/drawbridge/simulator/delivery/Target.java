package dev.drawbridge.simulator.delivery;

/** A service that takes messages from other services: Lambda, SQS, SNS, Step Functions. */
public interface Target {

  /**
   * Takes one message, without waiting for what comes of it.
   *
   * @param arn the resource that the message is for
   * @param payload the message, mostly JSON
   * @throws Refused it was not taken
   */
  void take(String arn, String payload);

  /**
   * The same for a service that also judges who sends the message.
   *
   * @throws Refused it was not taken
   */
  default void take(Message message) {
    take(message.target(), message.payload());
  }

  /** A message that was not taken. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean again;

    private Refused(String message, boolean again) {
      super(message);
      this.again = again;
    }

    /** Trying again may help: throttled, or a fault of the service. */
    public static Refused forNow(String message) {
      return new Refused(message, true);
    }

    /** Trying again does not help: no such resource, or no permission. */
    public static Refused forGood(String message) {
      return new Refused(message, false);
    }

    /** Whether to try again. */
    public boolean again() {
      return again;
    }
  }
}
