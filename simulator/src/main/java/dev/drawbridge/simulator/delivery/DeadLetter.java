package dev.drawbridge.simulator.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that will not be delivered any more.
 *
 * @param at when it was given up
 * @param source who gave it up: ARN of a rule, subscription or function
 * @param target whom it was for
 * @param queue the dead-letter queue it was put into; empty if none is set up, and it is lost to
 *     the account
 * @param payload the message
 * @param reason why
 */
public record DeadLetter(
    Instant at,
    String source,
    String target,
    Optional<String> queue,
    String payload,
    String reason) {}
