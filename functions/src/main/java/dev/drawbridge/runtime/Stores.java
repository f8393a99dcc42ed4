package dev.drawbridge.runtime;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.AskedPaths;
import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.dynamodb.ChangeApprovals;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.DailyRequests;
import dev.drawbridge.aws.dynamodb.DecidedQuestions;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Fingerprints;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.IdempotencyKeys;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.OwnersOrders;
import dev.drawbridge.aws.dynamodb.PageSessions;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.dynamodb.SignIns;
import dev.drawbridge.aws.dynamodb.Switchovers;
import dev.drawbridge.aws.dynamodb.Table;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.aws.states.Runs;

/** Makes from the environment what several workers keep things in. */
public final class Stores {
  private Stores() {}

  public static Claims claims(Environment environment) {
    return new Claims(table(environment));
  }

  public static Leases leases(Environment environment) {
    return new Leases(table(environment));
  }

  public static Turns turns(Environment environment) {
    return new Turns(table(environment), environment.clock());
  }

  public static Fingerprints fingerprints(Environment environment) {
    return new Fingerprints(table(environment));
  }

  public static Exposures exposures(Environment environment) {
    return new Exposures(table(environment));
  }

  public static Holds holds(Environment environment) {
    return new Holds(table(environment));
  }

  public static Inspections inspections(Environment environment) {
    return new Inspections(table(environment));
  }

  public static Waits waits(Environment environment) {
    return new Waits(table(environment));
  }

  public static Approvals approvals(Environment environment) {
    return new Approvals(table(environment));
  }

  public static LiveApprovals liveApprovals(Environment environment) {
    return new LiveApprovals(table(environment));
  }

  public static ChangeApprovals changeApprovals(Environment environment) {
    return new ChangeApprovals(table(environment));
  }

  public static OwnersOrders ownersOrders(Environment environment) {
    return new OwnersOrders(table(environment));
  }

  public static BuildLeases buildLeases(Environment environment) {
    return new BuildLeases(table(environment));
  }

  public static Switchovers switchovers(Environment environment) {
    return new Switchovers(table(environment));
  }

  public static Onboardings onboardings(Environment environment) {
    return new Onboardings(table(environment));
  }

  public static IdempotencyKeys idempotencyKeys(Environment environment) {
    return new IdempotencyKeys(table(environment));
  }

  public static DailyRequests dailyRequests(Environment environment) {
    return new DailyRequests(table(environment));
  }

  public static AskedPaths askedPaths(Environment environment) {
    return new AskedPaths(table(environment));
  }

  public static Runs onboardingRuns(Environment environment) {
    return new Runs(
        environment.clients(), environment.settings().required(Settings.ONBOARDING_STATE_MACHINE));
  }

  public static Runs refreshRuns(Environment environment) {
    return new Runs(
        environment.clients(), environment.settings().required(Settings.REFRESH_STATE_MACHINE));
  }

  public static Runs offboardingRuns(Environment environment) {
    return new Runs(
        environment.clients(), environment.settings().required(Settings.OFFBOARDING_STATE_MACHINE));
  }

  public static TokenVault vault(Environment environment) {
    return new TokenVault(environment.clients(), environment.settings().required(Settings.KEY));
  }

  public static PeopleTopic people(Environment environment) {
    return new PeopleTopic(
        environment.clients(), environment.settings().required(Settings.PEOPLE_TOPIC));
  }

  public static PageSessions pageSessions(Environment environment) {
    return new PageSessions(table(environment));
  }

  public static SignIns signIns(Environment environment) {
    return new SignIns(table(environment));
  }

  public static Records records(Environment environment) {
    return new Records(table(environment));
  }

  public static DecidedQuestions decidedQuestions(Environment environment) {
    return new DecidedQuestions(table(environment));
  }

  private static Table table(Environment environment) {
    return new Table(environment.clients(), environment.settings().required(Settings.TABLE));
  }
}
