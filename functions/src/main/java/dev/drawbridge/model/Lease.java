package dev.drawbridge.model;

import java.time.Instant;

/**
 * Who refreshes a database at the moment: one run at a time.
 *
 * @param executionArn the run that holds it; void when that run has ended
 * @param requested the mark of the last starter that found it held; the run reads it again before
 *     it lets go. Empty if nobody came
 */
public record Lease(
    String databaseName, String executionArn, Instant expiresAt, String requested) {}
