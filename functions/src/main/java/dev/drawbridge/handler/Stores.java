package dev.drawbridge.handler;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Table;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** Makes from the environment what several workers keep things in. */
final class Stores {
  private Stores() {}

  static Claims claims(Environment environment) {
    return new Claims(table(environment));
  }

  static Leases leases(Environment environment) {
    return new Leases(table(environment));
  }

  static Waits waits(Environment environment) {
    return new Waits(table(environment));
  }

  static Approvals approvals(Environment environment) {
    return new Approvals(table(environment));
  }

  static TokenVault vault(Environment environment) {
    return new TokenVault(environment.clients(), environment.settings().required(Settings.KEY));
  }

  static PeopleTopic people(Environment environment) {
    return new PeopleTopic(
        environment.clients(), environment.settings().required(Settings.PEOPLE_TOPIC));
  }

  private static Table table(Environment environment) {
    return new Table(environment.clients(), environment.settings().required(Settings.TABLE));
  }
}
