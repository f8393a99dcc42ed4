package dev.drawbridge.refresh;

import dev.drawbridge.model.Failure;
import dev.drawbridge.plan.FailureWords;
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
    Failure failure) {
  /** The same with what else was found wrong. */
  FailedRun because(String found) {
    return found.isEmpty()
        ? this
        : new FailedRun(
            request,
            round,
            registration,
            deregistration,
            new Failure(failure.error(), "%s; %s".formatted(FailureWords.message(failure), found)));
  }
}
