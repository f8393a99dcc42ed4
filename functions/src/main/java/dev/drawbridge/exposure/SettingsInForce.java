package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;

/**
 * What a building step builds by. Each reads it anew, so that neither a hold nor a later decision
 * is passed over by a run that began earlier, or is redriven.
 */
final class SettingsInForce {
  private final Exposures exposures;
  private final Holds holds;

  SettingsInForce(Environment environment) {
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
  }

  /**
   * The settings. Calls: 2.
   *
   * @throws Conflict if the exposure is on hold, or nothing was ever decided
   */
  ExposureSettings of(String databaseArn) {
    return recordOf(databaseArn).settings();
  }

  /** The same with the rest of the record. Calls: as above. */
  Exposure recordOf(String databaseArn) {
    Exposure exposure = exposures.findOrFirst(databaseArn);
    holds.require(exposure);
    ExposureSettings settings = exposure.settings();
    if (!settings.decided()) {
      throw new Conflict(
          "nothing is decided of exposure %s any more; start again"
              .formatted(DatabaseArn.nameIn(databaseArn)));
    }
    return exposure;
  }
}
