package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets one account create an endpoint: exactly that account, never a wildcard. That this may have
 * happened is on record since the claim was written, so a lost reply leaves nothing behind.
 */
public final class AllowConsumer extends Worker<AllowConsumer.Input, Invitation> {
  /**
   * Input of AllowConsumer.
   *
   * @param executionArn who must hold the claim; null from a run of an earlier release
   * @param consumerRegions from where else; null from a run of an earlier release
   */
  public record Input(
      OnboardingKey key,
      @Nullable String executionArn,
      Provider provider,
      String serviceId,
      String serviceName,
      @Nullable List<String> consumerRegions) {}

  private final Claims claims;
  private final Holds holds;
  private final EndpointServices services;

  public AllowConsumer() {
    this(Environment.lambda());
  }

  public AllowConsumer(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.claims = Stores.claims(environment);
    this.services = new EndpointServices(environment.clients());
  }

  @Override
  public Invitation handle(Input input) {
    if (input.executionArn() != null) {
      // A run that was stopped because its consumer left may be redriven right here.
      claims.requireWorkOf(input.key(), input.executionArn());
    }
    holds.await(input.key().databaseArn());
    services.allow(input.serviceId(), input.key().principal());
    String own = input.provider().region();
    List<String> others = Objects.requireNonNullElse(input.consumerRegions(), List.of());
    return new Invitation(
        "Account %s may now create an interface endpoint to service %s in %s%s."
            .formatted(
                input.key().consumerAccountId(),
                input.serviceName(),
                own,
                others.isEmpty()
                    ? ""
                    : ", or in %s with %s as the service's Region"
                        .formatted(String.join(", ", others), own)));
  }
}
