package dev.drawbridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.OwnersOrders;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.exposure.ChangeDigest;
import dev.drawbridge.exposure.ExposeRequestReader;
import dev.drawbridge.exposure.ExposurePlan;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.exposure.QuorumRules;
import dev.drawbridge.exposure.SettingsReader;
import dev.drawbridge.exposure.SettingsRules;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.plan.StrictFields;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.OrderedRuns;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * {@code PUT /databases/{id}}: the owner's run, started with the settings that are to hold. What is
 * left out stays as it is; without any, the run exposes the database, or mends what it has.
 */
public final class ChangeDatabase extends ApiWorker {
  private static final Pattern YES_OR_NO = Pattern.compile("true|false");
  private static final int RANDOM_BYTES = 16;

  private final DatabaseNames names;
  private final KnownSettings known;
  private final Claims claims;
  private final OwnersOrders orders;
  private final OrderedRuns runs;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ChangeDatabase() {
    this(Environment.lambda());
  }

  public ChangeDatabase(Environment environment) {
    super(environment);
    this.names = new DatabaseNames(environment);
    this.known = new KnownSettings(environment);
    this.claims = Stores.claims(environment);
    this.orders = Stores.ownersOrders(environment);
    this.clock = environment.clock();
    this.runs = OrderedRuns.onboarding(environment);
    this.random = environment.random();
  }

  /** What a change comes to, and the execution that makes it. */
  private record Change(ExposurePlan plan, String executionArn) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access access = access(call);
    access.requireOperator(call.caller());
    boolean planOnly =
        call.query("plan", YES_OR_NO, "expected true or false").filter("true"::equals).isPresent();
    JsonNode body = call.json();
    StrictFields fields = new StrictFields(body);
    SettingsChange change = SettingsReader.read(fields);
    boolean force = fields.flag("force", false);
    String follows = ExposeRequestReader.databaseResourceId(fields);
    fields.end();
    QuorumRules.require(change, access.approvers(), access.provider());
    String arn = names.arn(call);
    KnownSettings.Known now = known.of(arn);
    ExposurePlan plan =
        plan(arn, now, SettingsRules.foreseen(arn, now.settings(), now.settings().with(change)))
            .following(now.record().resourceId(), follows);
    if (planOnly) {
      return ProxyAnswer.json(200, plan);
    }
    now.requireNoHoldOrSayWhy();
    plan.require(force);
    ExposeRequest order = new ExposeRequest(arn, change, false, force, follows);
    return ProxyAnswer.json(202, new Change(plan, start(call, order, (ObjectNode) body)));
  }

  private ExposurePlan plan(String arn, KnownSettings.Known now, ExposureSettings next) {
    ItemsRead<Claim> all = claims.eachOfDatabase(arn);
    if (!all.faults().isEmpty()) {
      throw new Conflict(
          "whom a change of %s would cut is not known: %s; restore it or delete it, then send the change again"
              .formatted(DatabaseArn.nameIn(arn), String.join("; ", all.faults())));
    }
    return ExposurePlan.of(
        DatabaseArn.nameIn(arn), now.settings(), now.built(), next, all.values());
  }

  /**
   * A second run for the same wish changes nothing: it comes after the first. Whoever orders it is
   * on record first, for the questions that its run may ask.
   */
  private String start(ApiCall call, ExposeRequest order, ObjectNode body) {
    String name = "owner-" + RandomHex.of(random, RANDOM_BYTES);
    String arn = order.databaseIdentifier();
    orders.put(name, ChangeDigest.of(arn, order), call.caller().identity(), clock.instant());
    return runs.start(
        name,
        AuditEntry.about(AuditRecord.Kind.SETTINGS_ORDERED, arn)
            .by(call.caller().identity())
            .saying(body.toString()),
        body.deepCopy().put("databaseIdentifier", arn).toString());
  }
}
