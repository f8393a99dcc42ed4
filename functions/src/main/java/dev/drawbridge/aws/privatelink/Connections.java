package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** The consumers' endpoints that ask for, or use, our endpoint services. */
public final class Connections {
  private final Ec2Client client;
  private final String region;

  public Connections(Clients clients) {
    this.client = clients.ec2();
    this.region = clients.region();
  }

  /** Those to all of these services, in every state. Calls: 1 for each 200. */
  public List<Connection> of(Collection<String> serviceIds) {
    return serviceIds.stream()
        .gather(Gatherers.windowFixed(Filters.VALUES))
        .flatMap(ids -> few(ids).stream())
        .toList();
  }

  private List<Connection> few(List<String> serviceIds) {
    return client
        .describeVpcEndpointConnectionsPaginator(r -> r.filters(Filters.service(serviceIds)))
        .vpcEndpointConnections()
        .stream()
        .filter(found -> serviceIds.contains(found.serviceId()))
        .map(this::connection)
        .toList();
  }

  /** Those of one account. */
  public List<Connection> of(String serviceId, String ownerAccountId) {
    return of(List.of(serviceId)).stream()
        .filter(connection -> connection.ownerAccountId().equals(ownerAccountId))
        .toList();
  }

  /**
   * Accepts one endpoint.
   *
   * @throws TransientFailure if AWS answers that it did not: its state has just changed, so look
   *     again
   */
  public void accept(String serviceId, String endpointId) {
    requireDone(
        "accept",
        client
            .acceptVpcEndpointConnections(r -> r.serviceId(serviceId).vpcEndpointIds(endpointId))
            .unsuccessful());
  }

  /**
   * Rejects one endpoint, for ever: AWS lets nobody use a rejected endpoint again.
   *
   * @throws TransientFailure if AWS answers that it did not: its state has just changed, so look
   *     again
   */
  public void reject(String serviceId, String endpointId) {
    requireDone(
        "reject",
        client
            .rejectVpcEndpointConnections(r -> r.serviceId(serviceId).vpcEndpointIds(endpointId))
            .unsuccessful());
  }

  /** EC2 answers 200 and hides the failure in a list. */
  private static void requireDone(String verb, List<UnsuccessfulItem> unsuccessful) {
    for (UnsuccessfulItem item : unsuccessful) {
      throw new TransientFailure(
          "AWS did not %s endpoint %s: %s %s"
              .formatted(verb, item.resourceId(), item.error().code(), item.error().message()));
    }
  }

  private Connection connection(VpcEndpointConnection connection) {
    return new Connection(
        connection.serviceId(),
        connection.vpcEndpointId(),
        connection.vpcEndpointOwner(),
        ConnectionState.of(connection.vpcEndpointStateAsString()),
        connection.vpcEndpointRegion() == null ? region : connection.vpcEndpointRegion(),
        connection.creationTimestamp(),
        connection.dnsEntries().stream().map(DnsEntry::dnsName).filter(Objects::nonNull).toList());
  }
}
