package dev.drawbridge.refresh;

import dev.drawbridge.model.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a refresh.
 *
 * @param cause what started it; of an event its name and id
 * @param writer what the writer's group holds
 * @param readers what the reader group holds
 * @param changes of all passes, in words and in order
 * @param notes members that were left out, and why; what else a reader should know
 * @param requestedAt when the run was started
 * @param startedAt when it took the lease
 * @param switchedAt when a demoted writer was taken out; null if there was none
 * @param settledAt from when on no connection reaches a demoted writer; null while going round
 * @param passes how long each part took, by pass
 */
public record RefreshResult(
    String databaseIdentifier,
    String cause,
    int rounds,
    List<Target> writer,
    List<Target> readers,
    List<String> changes,
    List<String> notes,
    Instant requestedAt,
    Instant startedAt,
    @Nullable Instant switchedAt,
    @Nullable Instant settledAt,
    List<Pass> passes) {}
