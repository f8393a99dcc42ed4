package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.ExposedPorts;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which settings an exposure has: what was decided, else what AWS shows of one that an older
 * release has built, else the installation's defaults.
 */
public final class KnownSettings {
  private final Exposures exposures;
  private final Holds holds;
  private final ExposedPorts exposed;
  private final SettingsChange defaults;

  public KnownSettings(Environment environment) {
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.exposed = new ExposedPorts(environment.clients());
    this.defaults =
        environment
            .settings()
            .optional(Settings.EXPOSURE_DEFAULTS)
            .map(SettingsReader::defaults)
            .orElse(SettingsChange.NONE);
  }

  /**
   * An exposure as it stands.
   *
   * @param built whether something carries connections already
   * @param hold why nothing may be changed at the moment; null if everything may
   */
  public record Known(
      Exposure record, ExposureSettings settings, boolean built, @Nullable String hold) {
    /**
     * Passes if it may be changed.
     *
     * @throws Conflict if it may not; consumers may read it
     */
    public void requireNoHold() {
      if (hold != null) {
        throw new Conflict(Holds.briefly(record.databaseArn()));
      }
    }

    /**
     * The same for an operator.
     *
     * @throws Conflict saying who holds it, since when and why
     */
    public void requireNoHoldOrSayWhy() {
      if (hold != null) {
        throw new Conflict(hold);
      }
    }
  }

  /** Calls: 2 to the table; 1 or 2 to Elastic Load Balancing while nothing is decided. */
  public Known of(String databaseArn) {
    Exposure record = exposures.findOrFirst(databaseArn);
    ExposureSettings settings = record.settings();
    String hold = holds.on(record).orElse(null);
    if (settings.decided()) {
      return new Known(record, settings, record.path() != null, hold);
    }
    Optional<ExposedPorts.Found> found = exposed.of(databaseArn);
    ExposureSettings undecided = settings.with(defaults);
    return new Known(
        record,
        found.map(built -> undecided.with(seen(built))).orElse(undecided),
        found.isPresent(),
        hold);
  }

  private static SettingsChange seen(ExposedPorts.Found found) {
    return SettingsChange.ofListeners(found.readerPort(), found.writerPort(), found.enforcement());
  }
}
