package dev.drawbridge.simulator.delivery;

import java.util.Optional;

/**
 * A message on its way.
 *
 * @param source who sends it: ARN of a rule or subscription
 * @param target whom it is for
 * @param payload what it says
 * @param deadLetters the queue for it if it cannot be delivered
 */
public record Message(String source, String target, String payload, Optional<String> deadLetters) {}
