package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.inspection.Reports;
import dev.drawbridge.model.Claim;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;

/** {@code GET /databases/{id}}: settings, hold, consumers, and what is wrong. */
public final class ReadDatabase extends ApiWorker {
  private final DatabaseNames names;
  private final KnownSettings known;
  private final Claims claims;
  private final Reports reports;
  private final InstantSource clock;

  public ReadDatabase() {
    this(Environment.lambda());
  }

  public ReadDatabase(Environment environment) {
    super(environment);
    this.names = new DatabaseNames(environment);
    this.known = new KnownSettings(environment);
    this.claims = Stores.claims(environment);
    this.reports = new Reports(environment);
    this.clock = environment.clock();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    access(call).requireOperator(call.caller());
    String arn = names.arn(call);
    KnownSettings.Known exposure = known.of(arn);
    ItemsRead<Claim> consumers = claims.eachOfDatabase(arn);
    return ProxyAnswer.json(
            200,
            DatabaseView.of(
                exposure,
                consumers.values(),
                consumers.faults(),
                exposure.built() ? reports.of(exposure.record(), consumers) : null))
        .lacking(consumers.faults(), clock.instant());
  }
}
