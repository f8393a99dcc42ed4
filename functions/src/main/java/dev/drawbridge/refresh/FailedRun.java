package dev.drawbridge.refresh;

import dev.drawbridge.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A run of refresh-targets when it fails, as far as its present pass has come.
 *
 * @param registration null before targets were registered
 * @param deregistration null before stale readers were removed
 * @param failure why it fails
 */
public record FailedRun(
    RefreshRequest request,
    Round round,
    @Nullable Registration registration,
    @Nullable Deregistration deregistration,
    Failure failure) {}
