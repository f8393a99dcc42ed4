package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.discovery.DatabaseChoice;
import dev.drawbridge.discovery.Engines;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.EndDate;
import dev.drawbridge.runtime.Environment;
import java.time.InstantSource;

/**
 * Reads requests, at every door alike, and decides which database each means. Calls: 3 to RDS at
 * most.
 */
public final class Requests {
  private final Databases databases;
  private final InstantSource clock;

  public Requests(Environment environment) {
    this.databases = new Databases(environment.clients());
    this.clock = environment.clock();
  }

  /**
   * Reads a request.
   *
   * @throws dev.drawbridge.error.InvalidRequest naming every field that is wrong
   */
  public ValidatedRequest read(JsonNode json, Provider provider) {
    OnboardRequest request = OnboardRequestReader.read(json, provider.accountId());
    if (EndDate.isOver(request.validUntil(), clock.instant())) {
      throw new InvalidRequest(
          "validUntil", "%s is refused; that day is over".formatted(request.validUntil()));
    }
    String role = request.consumerRoleArn();
    if (role != null && !role.startsWith("arn:" + provider.partition() + ":")) {
      throw new InvalidRequest(
          "consumerRoleArn",
          "%s is refused; PrivateLink does not leave partition %s"
              .formatted(role, provider.partition()));
    }
    String principal = role == null ? provider.rootOf(request.consumerAccountId()) : role;
    OnboardingKey key =
        new OnboardingKey(database(request.databaseIdentifier(), provider), principal);
    return new ValidatedRequest(request, provider, key, RequestDigest.of(request, key));
  }

  /**
   * The ARN of the database that is meant.
   *
   * @throws dev.drawbridge.error.InvalidRequest if there is none, or none that we know
   */
  public String database(String identifierOrArn, Provider provider) {
    DatabaseFacts facts =
        DatabaseChoice.of(
            identifierOrArn,
            DatabaseArn.read(identifierOrArn)
                .map(
                    arn -> DatabaseChoice.requireHere(arn, provider.region(), provider.accountId()))
                .map(arn -> databases.find(arn.toString()).stream().toList())
                .orElseGet(() -> databases.named(DatabaseArn.nameIn(identifierOrArn))));
    Engines.check(facts);
    return facts.arn();
  }
}
