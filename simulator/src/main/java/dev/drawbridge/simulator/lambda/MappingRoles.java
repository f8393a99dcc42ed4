package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import org.jspecify.annotations.Nullable;

/** Judges what a mapping does with the role of its function. */
@FunctionalInterface
public interface MappingRoles {
  /**
   * Whether a role may do that to a queue.
   *
   * @param action for example {@code sqs:ReceiveMessage}
   * @return why not, in AWS's words; null if it may
   */
  @Nullable String whyNot(Caller role, String action, String queueArn);
}
