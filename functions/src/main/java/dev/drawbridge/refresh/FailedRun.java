package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drawbridge.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The state of refresh-targets when it fails, as far as its present pass has come.
 *
 * @param switched null before targets were registered
 * @param cleanUp null before stale readers were removed
 * @param failure why it fails
 */
public record FailedRun(
    RefreshRequest request,
    Round round,
    @JsonProperty("switch") @Nullable Switched switched,
    @Nullable CleanUp cleanUp,
    Failure failure) {

  /** What RegisterTargets left. */
  public record Switched(Registration registration) {}

  /** What DeregisterStaleTargets left. */
  public record CleanUp(Deregistration deregistration) {}
}
