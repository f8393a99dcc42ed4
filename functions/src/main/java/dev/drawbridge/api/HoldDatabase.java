package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.StrictFields;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /databases/{id}/hold}: stops every change of ours to what one database has, or with
 * {@code *} in the place of the id to whatever the installation has.
 */
public final class HoldDatabase extends ApiWorker {
  private static final Pattern ID =
      Pattern.compile(DatabaseArn.IDENTIFIER.pattern() + "|\\" + Holds.INSTALLATION);

  private final DatabaseNames names;
  private final Exposures exposures;
  private final KnownSettings known;
  private final Claims claims;
  private final Records records;
  private final HoldEnd end;
  private final InstantSource clock;

  public HoldDatabase() {
    this(Environment.lambda());
  }

  public HoldDatabase(Environment environment) {
    super(environment);
    this.names = new DatabaseNames(environment);
    this.exposures = Stores.exposures(environment);
    this.known = new KnownSettings(environment);
    this.claims = Stores.claims(environment);
    this.records = Stores.records(environment);
    this.end = new HoldEnd(environment);
    this.clock = environment.clock();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    access(call).requireOperator(call.caller());
    StrictFields fields = new StrictFields(call.json());
    boolean hold = fields.requiredFlag("hold");
    String reason = fields.optionalText("reason", PlainText.LINE, PlainText.RULE).orElse("");
    fields.end();
    String why = hold ? why(call, reason) : null;
    if (call.path("id", ID).equals(Holds.INSTALLATION)) {
      if (put(call, Holds.INSTALLATION, why, reason)) {
        end.ofAll();
      }
      return ProxyAnswer.json(200, DatabaseView.ofInstallation(why));
    }
    String arn = names.arn(call);
    if (put(call, arn, why, reason)) {
      end.of(arn);
    }
    ItemsRead<Claim> all = claims.eachOfDatabase(arn);
    return ProxyAnswer.json(200, DatabaseView.of(known.of(arn), all.values(), all.faults(), null))
        .lacking(all.faults(), clock.instant());
  }

  /** True if a hold has ended by it. */
  private boolean put(ApiCall call, String databaseArn, @Nullable String why, String reason) {
    Exposure record = exposures.findOrFirst(databaseArn);
    String before = record.settings().hold();
    if (!Objects.equals(before, why)) {
      exposures.put(record.with(record.settings().held(why)));
      records.add(
          AuditEntry.about(AuditRecord.Kind.HOLD_CHANGED, databaseArn)
              .by(call.caller().identity())
              .saying(why == null ? "let go" : "held: " + reason)
              .at(clock.instant()));
    }
    return before != null && why == null;
  }

  private String why(ApiCall call, String reason) {
    return "%s, since %s%s"
        .formatted(
            call.caller().identity().text(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            reason.isBlank() ? "" : ": " + reason.strip());
  }
}
