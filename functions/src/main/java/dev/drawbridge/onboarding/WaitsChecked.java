package dev.drawbridge.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * Output of CheckWaits.
 *
 * @param waiting how many waits there were
 * @param woken how many runs were woken
 * @param failed waits that could not be read or ended, each with the reason
 * @param unverified names of endpoint services that AWS could not be told to look at, likewise
 */
public record WaitsChecked(
    int waiting, int woken, List<String> failed, List<String> unverified, Instant at) {
  /** Keeps copies. */
  public WaitsChecked {
    failed = List.copyOf(failed);
    unverified = List.copyOf(unverified);
  }
}
