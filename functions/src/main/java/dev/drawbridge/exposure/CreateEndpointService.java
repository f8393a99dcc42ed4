package dev.drawbridge.exposure;

import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.ServiceAdjustment;
import dev.drawbridge.plan.ServiceChoice;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes sure that the database has one endpoint service, ours, which accepts nobody by itself, for
 * consumers of the regions and under the name that its owner decided. AWS is asked to verify a name
 * that is not, and nobody waits for that. Calls: 3; 2 more for a new one; up to 3 for what it
 * lacks; 1 for its name.
 */
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
    Exposure exposure = settings.recordOf(databaseArn);
    ExposureSettings inForce = exposure.settings();
    List<String> recorded =
        Stream.ofNullable(exposure.path()).map(Exposure.Path::serviceId).toList();
    String loadBalancerArn = input.loadBalancerArn();
    EndpointService service =
        ServiceChoice.ours(services.all(), databaseArn, loadBalancerArn, recorded)
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
    EndpointService adjusted = adjusted(service, inForce);
    if (EndpointServices.unverified(adjusted.privateDns())) {
      verifyName(adjusted.serviceId());
    }
    return adjusted;
  }

  /**
   * No path fails for its name: the sweep of waits has it verified again, and tells if it cannot.
   */
  private void verifyName(String serviceId) {
    try {
      services.verifyName(serviceId);
    } catch (RuntimeException later) {
      // The service is as good without it.
    }
  }

  private EndpointService adjusted(EndpointService service, ExposureSettings inForce) {
    ServiceAdjustment lacks = ServiceAdjustment.of(service, inForce);
    if (lacks.isEmpty()) {
      return service;
    }
    RegionRules.requireZones(
        inForce.consumerRegions(), service.availabilityZoneIds(), service.serviceId());
    boolean asWanted = adjust(service.serviceId(), lacks);
    EndpointService found =
        services
            .find(service.serviceId())
            .orElseThrow(
                () -> new NotReady("endpoint service %s is gone".formatted(service.serviceId())));
    ServiceAdjustment left = ServiceAdjustment.of(found, inForce);
    if (!(asWanted ? left : left.keepingName()).isEmpty()) {
      throw new NotReady(
          "endpoint service %s does not show its Regions and its name yet"
              .formatted(service.serviceId()));
    }
    return found;
  }

  /**
   * Regions by themselves: no run fails for a name that AWS does not take away, as while endpoints
   * are connected. The inspection tells of it. False if the name stays so.
   */
  private boolean adjust(String serviceId, ServiceAdjustment lacks) {
    if (!lacks.ofRegions().isEmpty()) {
      services.adjustRegions(serviceId, lacks);
    }
    if (lacks.unnames()) {
      return services.removeName(serviceId);
    }
    String name = lacks.privateDnsName();
    if (name != null) {
      services.name(serviceId, name);
    }
    return true;
  }
}
