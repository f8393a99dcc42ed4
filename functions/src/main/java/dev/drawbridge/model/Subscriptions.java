package dev.drawbridge.model;

/**
 * Who reads a topic, as SNS counts. How soon it counts a change is UNCONFIRMED.
 *
 * @param confirmed those that messages go to
 * @param pending those whose owner has not opened the link that SNS has mailed him
 */
public record Subscriptions(int confirmed, int pending) {}
