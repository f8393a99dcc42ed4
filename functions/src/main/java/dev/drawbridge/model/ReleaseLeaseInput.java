package dev.drawbridge.model;

/**
 * Input of ReleaseLease.
 *
 * @param failure why the run fails
 */
public record ReleaseLeaseInput(RefreshRequest request, String executionArn, Failure failure) {}
