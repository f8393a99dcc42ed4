package dev.drawbridge.onboarding;

/**
 * Output of DisallowConsumer.
 *
 * @param removed false if the consumer keeps what an earlier attempt gave it
 */
public record Disallowance(boolean removed) {}
