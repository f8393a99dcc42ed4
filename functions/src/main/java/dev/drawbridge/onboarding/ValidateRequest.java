package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.discovery.DatabaseChoice;
import dev.drawbridge.discovery.Engines;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Refuses a wrong request before anything is done, and decides which database it means. Calls: 3 to
 * RDS at most.
 */
public final class ValidateRequest extends Worker<ValidateRequest.Input, ValidatedRequest> {
  /**
   * Input of ValidateRequest.
   *
   * @param request whatever the execution was started with
   * @param executionArn says where Drawbridge runs
   */
  public record Input(JsonNode request, String executionArn) {}

  private final Databases databases;

  public ValidateRequest() {
    this(Environment.lambda());
  }

  public ValidateRequest(Environment environment) {
    super(Input.class);
    this.databases = new Databases(environment.clients());
  }

  @Override
  public ValidatedRequest handle(Input input) {
    Provider provider = Provider.ofExecution(input.executionArn());
    OnboardRequest request = OnboardRequestReader.read(input.request(), provider.accountId());
    String role = request.consumerRoleArn();
    String principal = role == null ? provider.rootOf(request.consumerAccountId()) : role;
    OnboardingKey key =
        new OnboardingKey(database(request.databaseIdentifier(), provider), principal);
    return new ValidatedRequest(
        request, provider, key, RequestDigest.of(request, key), PathName.of(key));
  }

  private String database(String identifierOrArn, Provider provider) {
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
