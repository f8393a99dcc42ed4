package dev.drawbridge.model;

import java.time.Instant;

/**
 * Input of AcquireLease.
 *
 * @param requestedAt when the run was started
 */
public record AcquireLeaseInput(RefreshRequest request, String executionArn, Instant requestedAt) {}
