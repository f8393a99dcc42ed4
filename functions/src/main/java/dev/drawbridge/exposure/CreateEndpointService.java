package dev.drawbridge.exposure;

import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.ServiceChoice;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Makes sure that the database has one endpoint service, ours, which accepts nobody by itself. */
public final class CreateEndpointService
    extends Worker<CreateEndpointService.Input, EndpointService> {
  /** Input of CreateEndpointService; its output is {@link EndpointService}. */
  public record Input(Database database, String loadBalancerArn) {}

  private final EndpointServices services;
  private final SettingsInForce settings;

  public CreateEndpointService() {
    this(Environment.lambda());
  }

  public CreateEndpointService(Environment environment) {
    super(Input.class);
    this.services = new EndpointServices(environment.clients());
    this.settings = new SettingsInForce(environment);
  }

  @Override
  public EndpointService handle(Input input) {
    String databaseArn = input.database().arn();
    settings.of(databaseArn);
    String loadBalancerArn = input.loadBalancerArn();
    EndpointService service =
        ServiceChoice.ours(services.all(), databaseArn, loadBalancerArn)
            .orElseGet(
                () ->
                    services.create(
                        loadBalancerArn,
                        // The load balancer's ARN too: after a teardown the same database gets a
                        // new service, where an old token would bring back the old answer.
                        Digest.of(databaseArn, loadBalancerArn),
                        Ownership.tags(databaseArn)));
    if (!service.state().equalsIgnoreCase("Available")) {
      throw new NotReady(
          "endpoint service %s is %s".formatted(service.serviceId(), service.state()));
    }
    return service;
  }
}
