package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.plan.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the check for drift has read last of all databases at once, as {@link Fingerprint}s: a run
 * that waits need not read of its own what has just been read. One item, of some 20 bytes a
 * database, beside the turns: what all runs share.
 */
public final class Fingerprints {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;

  public Fingerprints(Table table) {
    this.table = table;
  }

  /**
   * Replaces those of the check before. Calls: 1.
   *
   * @param readFrom before anything was read that they tell of
   */
  public void put(Collection<String> fingerprints, Instant readFrom) {
    table.put(
        key()
            .with("readFrom", readFrom.toEpochMilli())
            .with("fingerprints", fingerprints.stream().sorted().toList())
            .with("expiresAt", readFrom.plus(KEPT).getEpochSecond()));
  }

  /** When this was the truth for the last time; empty if the last check saw another. Calls: 1. */
  public Optional<Instant> seen(String fingerprint) {
    return table
        .get(key())
        .filter(item -> item.texts("fingerprints").contains(fingerprint))
        .map(item -> Instant.ofEpochMilli(item.number("readFrom")));
  }

  private static Item key() {
    return Item.key(Turns.TURNS, "fingerprints");
  }
}
