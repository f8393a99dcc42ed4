package dev.drawbridge.offboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.onboarding.OnboardRequestReader;
import dev.drawbridge.onboarding.PathOfInput;
import dev.drawbridge.onboarding.Provider;
import dev.drawbridge.plan.StrictFields;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Finds out whose path is to end. RDS is not asked: the database may be gone, and a consumer can
 * leave all the same. Calls: 2 to 4.
 */
public final class ValidateOffboarding extends Worker<ValidateOffboarding.Input, OffboardRequest> {
  /**
   * Input of ValidateOffboarding.
   *
   * @param request whatever the execution was started with
   * @param executionArn says where Drawbridge runs
   */
  public record Input(JsonNode request, String executionArn) {}

  private final Claims claims;
  private final Onboardings onboardings;

  public ValidateOffboarding() {
    this(Environment.lambda());
  }

  public ValidateOffboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.onboardings = Stores.onboardings(environment);
  }

  @Override
  public OffboardRequest handle(Input input) {
    StrictFields fields = new StrictFields(input.request());
    String database = OnboardRequestReader.databaseIdentifier(fields);
    String account = OnboardRequestReader.consumerAccountId(fields);
    String role = OnboardRequestReader.consumerRoleArn(fields).orElse("");
    boolean teardown = fields.flag("teardown", false);
    fields.end();
    Provider provider = Provider.ofExecution(input.executionArn());
    List<OnboardingKey> known =
        PathOfInput.of(database, account, role, provider).stream().filter(this::isKnown).toList();
    if (known.isEmpty()) {
      throw new InvalidRequest(
          "databaseIdentifier",
          "%s is refused; account %s has asked for no path to it: give the identifier or the ARN, and the role if it asked for one"
              .formatted(database, account));
    }
    if (known.size() > 1) {
      throw new InvalidRequest(
          "databaseIdentifier",
          "%s is refused; it is a cluster and an instance: give the ARN of the one that is meant"
              .formatted(database));
    }
    return new OffboardRequest(known.getFirst(), teardown);
  }

  private boolean isKnown(OnboardingKey key) {
    return claims.find(key).isPresent() || onboardings.find(OnboardingId.of(key)).isPresent();
  }
}
