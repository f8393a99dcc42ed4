package dev.drawbridge.model;

import java.time.Instant;

/**
 * Output of ReleaseLease: the record of a refresh that failed.
 *
 * @param released whether the lease was still this run's
 * @param cause what had started the run
 * @param failure why it failed, in words
 */
public record Released(
    boolean released, String databaseIdentifier, String cause, String failure, Instant failedAt) {}
