package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/** Takes the permission back to create endpoints. What was connected has been rejected before. */
public final class RemovePrincipal extends Worker<RemovePrincipal.Input, RemovePrincipal.Removed> {
  /** Input of RemovePrincipal. */
  public record Input(OnboardingKey key, List<String> serviceIds) {
    /** Keeps a copy. */
    public Input {
      serviceIds = List.copyOf(serviceIds);
    }
  }

  /** Output of RemovePrincipal, for the history. */
  public record Removed(boolean removed) {}

  private final Holds holds;
  private final EndpointServices services;

  public RemovePrincipal() {
    this(Environment.lambda());
  }

  public RemovePrincipal(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.services = new EndpointServices(environment.clients());
  }

  @Override
  public Removed handle(Input input) {
    holds.require(input.key().databaseArn());
    String principal = input.key().principal();
    List<String> admitting =
        input.serviceIds().stream()
            .filter(service -> services.principals(service).contains(principal))
            .toList();
    admitting.forEach(service -> services.disallow(service, principal));
    return new Removed(!admitting.isEmpty());
  }
}
