package dev.drawbridge.model;

/**
 * Output of DisallowConsumer.
 *
 * @param removed false if the consumer keeps what an earlier attempt gave it
 */
public record Disallowance(boolean removed) {}
