package dev.drawbridge.model;

/** Input of ReleaseLease. */
public record ReleaseLeaseInput(RefreshRequest request, String executionArn) {}
