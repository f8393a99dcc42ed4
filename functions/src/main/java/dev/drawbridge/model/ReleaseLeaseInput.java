package dev.drawbridge.model;

/**
 * Input of ReleaseLease.
 *
 * @param executionArn whose lease it is
 */
public record ReleaseLeaseInput(String executionArn, FailedRun run) {}
