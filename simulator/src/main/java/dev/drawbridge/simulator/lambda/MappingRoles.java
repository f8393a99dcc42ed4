package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;

/** Judges what a mapping does with the role of its function. */
@FunctionalInterface
public interface MappingRoles {
  /**
   * Whether a role may do that to a queue.
   *
   * @param action for example {@code sqs:ReceiveMessage}
   */
  boolean may(Caller role, String action, String queueArn);
}
