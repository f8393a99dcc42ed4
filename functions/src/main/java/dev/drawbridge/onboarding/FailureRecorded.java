package dev.drawbridge.onboarding;

/**
 * Output of RecordFailure: the original error, in words.
 *
 * @param error its name, unchanged
 */
public record FailureRecorded(String error, String message) {}
