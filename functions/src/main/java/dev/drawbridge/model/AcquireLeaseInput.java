package dev.drawbridge.model;

/** Input of AcquireLease. */
public record AcquireLeaseInput(RefreshRequest request, String executionArn) {}
