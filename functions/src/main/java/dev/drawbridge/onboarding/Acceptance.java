package dev.drawbridge.onboarding;

/**
 * Output of AcceptConnection.
 *
 * @param outcome {@code ACCEPTED}; {@code CHANGED}: ask again; {@code ENDPOINT_GONE}: wait for
 *     another
 */
public record Acceptance(String outcome, String message) {}
