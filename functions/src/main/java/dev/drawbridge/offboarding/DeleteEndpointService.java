package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.aws.privatelink.ConnectionNotices;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.plan.ServiceChoice;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Takes down the door: the notification, then the service. An endpoint that nobody has accepted is
 * rejected, since AWS deletes no service that one waits for. Nothing goes while somebody protects
 * the load balancer: the path would be cut, and what is left could not be taken down.
 */
public final class DeleteEndpointService extends Worker<DeleteEndpointService.Input, TornDown> {
  /** Input of DeleteEndpointService. */
  public record Input(String databaseArn) {}

  private final Holds holds;
  private final Exposures exposures;
  private final LoadBalancers loadBalancers;
  private final EndpointServices services;
  private final Connections connections;
  private final ConnectionNotices notices;
  private final String topicArn;

  public DeleteEndpointService() {
    this(Environment.lambda());
  }

  public DeleteEndpointService(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.exposures = Stores.exposures(environment);
    this.loadBalancers = new LoadBalancers(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.connections = new Connections(environment.clients());
    this.notices = new ConnectionNotices(environment.clients());
    this.topicArn = environment.settings().required(Settings.CONNECTIONS_TOPIC);
  }

  @Override
  public TornDown handle(Input input) {
    holds.require(input.databaseArn());
    String arn = input.databaseArn();
    loadBalancers.requireUnprotected(arn);
    List<String> recorded =
        exposures.find(arn).map(Exposure::path).map(Exposure.Path::serviceId).stream().toList();
    ServiceChoice.own(services.all(), arn, recorded).forEach(this::delete);
    return new TornDown("endpoint service");
  }

  private void delete(String serviceId) {
    connections.of(List.of(serviceId)).stream()
        .filter(connection -> connection.state().waits())
        .forEach(connection -> connections.reject(serviceId, connection.endpointId()));
    notices.delete(serviceId, topicArn);
    services.delete(serviceId);
  }
}
