package dev.drawbridge.onboarding;

/**
 * Output of AllowConsumer.
 *
 * @param message what the consumer has to do next, for people
 */
public record Invitation(String message) {}
