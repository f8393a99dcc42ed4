package dev.drawbridge.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * Output of CheckWaits.
 *
 * @param waiting how many waits there were
 * @param woken how many runs were woken
 * @param failed waits that could not be read or ended, each with the reason
 */
public record WaitsChecked(int waiting, int woken, List<String> failed, Instant at) {
  /** Keeps a copy. */
  public WaitsChecked {
    failed = List.copyOf(failed);
  }
}
