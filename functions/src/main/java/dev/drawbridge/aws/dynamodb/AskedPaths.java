package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.OnboardingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Paths that the calls of one consumer account have asked for, one versioned item a database: of
 * many calls at once each counts those before it.
 */
public final class AskedPaths {
  /** As long as the records: an account that asks for nothing for so long begins anew. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final Table table;

  public AskedPaths(Table table) {
    this.table = table;
  }

  /** A path, and when it was asked for last. */
  public record Path(String principal, Instant at) {}

  /**
   * What was asked for.
   *
   * @param version of the item; 0 while there is none
   */
  public record Asked(long version, List<Path> paths) {
    /** Keeps a copy. */
    public Asked {
      paths = List.copyOf(paths);
    }
  }

  /** What the account of {@code wanted} has asked for of its database. */
  public Asked of(OnboardingKey wanted) {
    return table
        .get(key(wanted))
        .map(item -> new Asked(item.number("version"), Text.list(item.text("paths"), Path.class)))
        .orElse(new Asked(0, List.of()));
  }

  /** Puts {@code paths} in the place of what was there. False if somebody else was faster. */
  public boolean replace(OnboardingKey wanted, Asked held, List<Path> paths, Instant now) {
    Item next =
        key(wanted)
            .with("version", held.version() + 1)
            .with("paths", Text.of(paths))
            .with("expiresAt", now.plus(KEPT).getEpochSecond());
    return table.putIf(next, Condition.unchanged(held.version())) instanceof Table.Outcome.Written;
  }

  private static Item key(OnboardingKey wanted) {
    return Item.key(
        DailyRequests.partition(wanted.consumerAccountId()), "paths " + wanted.databaseArn());
  }
}
