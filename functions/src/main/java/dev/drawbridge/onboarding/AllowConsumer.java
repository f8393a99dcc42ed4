package dev.drawbridge.onboarding;

import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Lets one account create an endpoint: exactly that account, never a wildcard. That this may have
 * happened is on record since the claim was written, so a lost reply leaves nothing behind.
 */
public final class AllowConsumer extends Worker<AllowConsumer.Input, Invitation> {
  /** Input of AllowConsumer. */
  public record Input(OnboardingKey key, Provider provider, String serviceId, String serviceName) {}

  private final EndpointServices services;

  public AllowConsumer() {
    this(Environment.lambda());
  }

  public AllowConsumer(Environment environment) {
    super(Input.class);
    this.services = new EndpointServices(environment.clients());
  }

  @Override
  public Invitation handle(Input input) {
    services.allow(input.serviceId(), input.key().principal());
    return new Invitation(
        "Account %s may now create an interface endpoint to service %s in %s."
            .formatted(
                input.key().consumerAccountId(), input.serviceName(), input.provider().region()));
  }
}
