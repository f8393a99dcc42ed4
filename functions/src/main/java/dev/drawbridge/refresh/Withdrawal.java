package dev.drawbridge.refresh;

import dev.drawbridge.model.Standing;
import java.time.Instant;
import java.util.List;

/**
 * Output of WithdrawTargets: the record of a refresh of a database that cannot be followed.
 *
 * @param standing why it cannot
 * @param outcome what was made of that
 * @param changes which target was removed from which group, in words
 */
public record Withdrawal(
    String databaseIdentifier,
    Standing standing,
    Departure outcome,
    List<String> changes,
    Instant at) {
  /** Keeps a copy. */
  public Withdrawal {
    changes = List.copyOf(changes);
  }
}
