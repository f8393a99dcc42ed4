package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Decides by which settings a database is exposed, now that it is known to qualify under them. An
 * owner's change is held against the onboardings that live. Calls: 1; in a run of the owner 1 more;
 * 1 more to write what is new.
 */
public final class AdoptSettings extends Worker<AdoptSettings.Input, Adoption> {
  /**
   * Input of AdoptSettings.
   *
   * @param change the owner's request; null in a run for a consumer
   */
  public record Input(Database database, @Nullable ExposeRequest change, BuildOrder order) {}

  private final Exposures exposures;
  private final Claims claims;

  public AdoptSettings() {
    this(Environment.lambda());
  }

  public AdoptSettings(Environment environment) {
    super(Input.class);
    this.exposures = Stores.exposures(environment);
    this.claims = Stores.claims(environment);
  }

  @Override
  public Adoption handle(Input input) {
    Database database = input.database();
    BuildOrder order = input.order();
    Exposure record = exposures.findOrFirst(database.arn());
    ExposureSettings next = SettingsRules.next(order, database);
    ExposeRequest change = input.change();
    ExposurePlan plan = null;
    if (change != null) {
      plan =
          ExposurePlan.of(
              database.identifier(),
              order.before(),
              order.built(),
              next,
              claims.ofDatabase(database.arn()));
      if (change.plan()) {
        return new Adoption("PLANNED", plan, next.enforcement(), next.instanceRange());
      }
      plan.require(change.force());
    }
    write(record, order, next);
    return new Adoption("BUILD", plan, next.enforcement(), next.instanceRange());
  }

  private void write(Exposure record, BuildOrder order, ExposureSettings next) {
    ExposureSettings there = record.settings();
    if (there.held(null).equals(next.held(null))) {
      return; // nothing is new, or an earlier try has written it
    }
    if (there.version() != order.before().version()) {
      throw new Conflict(
          "the settings of exposure %s were changed meanwhile; start again"
              .formatted(record.databaseArn()));
    }
    exposures.put(record.with(next.held(there.hold())));
  }
}
