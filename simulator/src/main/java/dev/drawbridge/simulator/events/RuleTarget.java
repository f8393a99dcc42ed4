package dev.drawbridge.simulator.events;

import java.util.Optional;

/**
 * A target of a rule.
 *
 * @param id unique in the rule
 * @param arn who gets the events
 * @param role the role that EventBridge takes on to invoke it
 * @param input a constant to send instead of the event
 * @param deadLetters the queue for events that it does not take
 * @param retries how often to try again at most
 * @param oldest for how many seconds to try; kept and shown, while only the number of tries is
 *     modelled
 */
record RuleTarget(
    String id,
    String arn,
    Optional<String> role,
    Optional<String> input,
    Optional<String> deadLetters,
    int retries,
    Optional<Integer> oldest) {}
