package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by which settings a database is exposed, now that it is known to qualify under them. An
 * owner's change is held against the onboardings that live: one that opens more than was approved
 * is made after a yes to each, which the run gets one after the other, and lets others build
 * meanwhile. Calls: 1; in a run of the owner 2 more; 1 more to write what is new; those of {@link
 * WiderApprovals} where more is opened, and of {@link OtherExposures} where nothing is built yet.
 */
public final class AdoptSettings extends Worker<AdoptSettings.Input, Adoption> {
  /**
   * Input of AdoptSettings.
   *
   * @param change the owner's request; null in a run for a consumer
   * @param approval the last answer that the run got; null before
   */
  public record Input(
      Database database,
      @Nullable ExposeRequest change,
      BuildOrder order,
      String executionArn,
      @Nullable Decision approval) {}

  private final Exposures exposures;
  private final Claims claims;
  private final WiderApprovals wider;
  private final OtherExposures others;
  private final BuildLeases leases;
  private final InstantSource clock;

  public AdoptSettings() {
    this(Environment.lambda());
  }

  public AdoptSettings(Environment environment) {
    super(Input.class);
    this.exposures = Stores.exposures(environment);
    this.claims = Stores.claims(environment);
    this.wider = new WiderApprovals(environment);
    this.others = new OtherExposures(environment);
    this.leases = Stores.buildLeases(environment);
    this.clock = environment.clock();
  }

  @Override
  public Adoption handle(Input input) {
    Database database = input.database();
    BuildOrder order = input.order();
    requireBuildable(input);
    Exposure record = exposures.findOrFirst(database.arn());
    ExposureSettings next = SettingsRules.next(order, database);
    ExposeRequest change = input.change();
    if (change == null) {
      write(record, order, new Wanted(next, null));
      return Adoption.of("BUILD", null, next);
    }
    if (!change.plan()) {
      // An earlier try of this state may have let go to ask, and its reply was lost.
      BuildTurn.keep(leases, clock.instant(), database.arn(), input.executionArn());
    }
    List<Claim> all = claims(record, order, next);
    ExposurePlan plan =
        ExposurePlan.of(database.identifier(), order.before(), order.built(), next, all)
            .following(order.approvedId(), order.databaseResourceId());
    if (change.plan()) {
      return Adoption.of("PLANNED", plan, next);
    }
    plan.require(change.force());
    Wanted wanted = new Wanted(next, order.follows());
    WiderApprovals.Standing standing = standing(input, plan, wanted, all);
    if (standing.lacking().isPresent()) {
      leases.release(database.arn(), input.executionArn()); // people take their time
      return Adoption.asking(plan, next, standing.lacking().get());
    }
    write(record, order, wanted);
    wider.enforce(standing.replacements());
    return Adoption.of("BUILD", plan, next);
  }

  /** What is built already was looked at before it was. */
  private void requireBuildable(Input input) {
    if (input.order().built()) {
      return;
    }
    if (input.approval() != null) {
      throw new Conflict(
          "exposure %s was taken down meanwhile; start again"
              .formatted(input.database().identifier()));
    }
    others.requireNone(input.database());
  }

  /**
   * Whom a change may concern: all of them have to be known. Where nothing changes, and the run
   * only makes everything as it should be, nobody waits for one claim that cannot be read.
   */
  private List<Claim> claims(Exposure record, BuildOrder order, ExposureSettings next) {
    ItemsRead<Claim> all = claims.eachOfDatabase(record.databaseArn());
    boolean changes = order.follows() != null || changes(record.settings(), next);
    if (changes && !all.faults().isEmpty()) {
      throw new Conflict(
          "settings of exposure %s cannot be changed while it is not known whom that concerns: %s; restore that item, or delete it"
              .formatted(record.databaseArn(), String.join("; ", all.faults())));
    }
    return all.values();
  }

  private static boolean changes(ExposureSettings there, ExposureSettings next) {
    return !there.held(null).equals(next.held(null));
  }

  private WiderApprovals.Standing standing(
      Input input, ExposurePlan plan, Wanted wanted, List<Claim> all) {
    Decision answer = input.approval();
    if (answer != null && answer.decision().equals(ApprovalStatus.APPROVED.name())) {
      wider.keep(answer.approvalId(), input.executionArn(), wanted);
    }
    return plan.widens().isEmpty()
        ? WiderApprovals.Standing.NOTHING_WIDER
        : wider.standing(input.database().arn(), input.executionArn(), all, wanted);
  }

  private void write(Exposure record, BuildOrder order, Wanted wanted) {
    ExposureSettings there = record.settings();
    ExposureSettings next = wanted.settings();
    Exposure followed = followed(record, wanted.follows());
    if (!changes(there, next) && followed.equals(record)) {
      return; // nothing is new, or an earlier try has written it
    }
    if (there.version() != order.before().version()) {
      throw new Conflict(
          "the settings of exposure %s were changed meanwhile; start again"
              .formatted(record.databaseArn()));
    }
    exposures.put(followed.with(next.held(there.hold())));
  }

  private static Exposure followed(Exposure record, @Nullable String follows) {
    return follows == null || follows.equals(record.resourceId())
        ? record
        : record.following(follows);
  }
}
