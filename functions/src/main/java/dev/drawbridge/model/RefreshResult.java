package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a refresh.
 *
 * @param changes of all passes, in words and in order
 * @param startedAt when the run took the lease
 * @param switchedAt when a demoted writer was taken out; null if there was none
 * @param settledAt from when on no connection reaches a demoted writer; null while going round
 * @param notes members that were left out, and why
 */
public record RefreshResult(
    String databaseIdentifier,
    String cause,
    int rounds,
    List<Target> writer,
    List<Target> readers,
    List<String> changes,
    List<String> notes,
    Instant startedAt,
    @Nullable Instant switchedAt,
    @Nullable Instant settledAt) {}
