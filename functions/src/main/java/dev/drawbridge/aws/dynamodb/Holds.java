package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import java.util.Optional;

/**
 * Why nothing may be changed at the moment, of one exposure or of the whole installation. Whatever
 * changes something on AWS asks right before it does; looking and telling go on.
 */
public final class Holds {
  /** What stands for the whole installation where a database is named; RDS names nothing so. */
  public static final String INSTALLATION = "*";

  private static final String UNREAD = "the record that says so, or not, cannot be read: ";

  private final Exposures exposures;

  public Holds(Table table) {
    this.exposures = new Exposures(table);
  }

  /** Why an exposure may not be changed, as a sentence. Calls: 1. */
  public Optional<String> on(Exposure exposure) {
    String own = exposure.settings().hold();
    return own == null
        ? installation().map(why -> "the installation is on hold: " + why)
        : Optional.of(
            "exposure %s is on hold: %s"
                .formatted(DatabaseArn.nameIn(exposure.databaseArn()), own));
  }

  /**
   * Why nothing at all may be changed. A record that nobody can read may say so, and is taken to.
   * Calls: 1.
   */
  public Optional<String> installation() {
    try {
      return exposures.find(INSTALLATION).map(record -> record.settings().hold());
    } catch (IllegalStateException unreadable) {
      return Optional.of(UNREAD + unreadable.getMessage());
    }
  }

  /** Whether it is a hold for this reason alone that its record cannot be read. */
  public static boolean isUnread(String why) {
    return why.contains(UNREAD);
  }

  /**
   * That an exposure is on hold, and neither by whom nor why: for what consumers may read, the
   * causes of their runs among it.
   */
  public static String briefly(String databaseArn) {
    String name = DatabaseArn.nameIn(databaseArn);
    return "exposure %s is on hold, so nothing is changed; GET /databases/%s tells its operators why"
        .formatted(name, name);
  }

  /**
   * Passes if an exposure may be changed. Calls: 2.
   *
   * @throws Conflict if it may not, see {@link #briefly}
   */
  public void require(String databaseArn) {
    require(exposures.findOrFirst(databaseArn));
  }

  /** The same of a record that has been read. Calls: 1. */
  public void require(Exposure exposure) {
    if (on(exposure).isPresent()) {
      throw new Conflict(briefly(exposure.databaseArn()));
    }
  }

  /**
   * The same for an operator. Calls: 2.
   *
   * @throws Conflict saying who holds it, since when and why
   */
  public void requireOrSayWhy(String databaseArn) {
    on(exposures.findOrFirst(databaseArn))
        .ifPresent(
            why -> {
              throw new Conflict(why);
            });
  }

  /**
   * The same for whoever goes on when the hold ends. Calls: 2.
   *
   * @throws NotReady as long as it may not
   */
  public void await(String databaseArn) {
    await(exposures.findOrFirst(databaseArn));
  }

  /** The same of a record that has been read. Calls: 1. */
  public void await(Exposure exposure) {
    if (on(exposure).isPresent()) {
      throw new NotReady(briefly(exposure.databaseArn()));
    }
  }
}
