package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.ServiceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Endpoint services and who may ask for an endpoint to them. */
public final class EndpointServices {
  private final Ec2Client client;
  private final String region;

  public EndpointServices(Clients clients) {
    this.client = clients.ec2();
    this.region = clients.region();
  }

  /** All services of the account in this region. */
  public List<ServiceChoice.Candidate> all() {
    return client
        .describeVpcEndpointServiceConfigurationsPaginator(r -> {})
        .serviceConfigurations()
        .stream()
        .map(this::tagged)
        .toList();
  }

  /** Our services of a database, by their tags: the ids. */
  public List<String> ofDatabase(String databaseArn) {
    return all().stream()
        .filter(candidate -> Ownership.owns(candidate.tags(), databaseArn))
        .map(candidate -> candidate.service().serviceId())
        .toList();
  }

  /** Our services of every database, by its ARN: their ids. */
  public Map<String, List<String>> byDatabase() {
    Map<String, List<String>> found = new TreeMap<>();
    client
        .describeVpcEndpointServiceConfigurationsPaginator(r -> {})
        .serviceConfigurations()
        .forEach(
            service ->
                Ownership.databaseOf(tags(service))
                    .ifPresent(
                        arn ->
                            found
                                .computeIfAbsent(arn, none -> new ArrayList<>())
                                .add(service.serviceId())));
    return found;
  }

  /**
   * Deletes a service, if it is there.
   *
   * @throws NotReady while endpoints are connected to it
   */
  public void delete(String serviceId) {
    Deletion.of(() -> deleteOne(serviceId), () -> find(serviceId).isEmpty());
  }

  private void deleteOne(String serviceId) {
    for (UnsuccessfulItem item :
        client
            .deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(serviceId))
            .unsuccessful()) {
      String code = item.error().code();
      if (code.equals("ExistingVpcEndpointConnections")) {
        throw new NotReady("endpoint service %s has connections still".formatted(serviceId));
      }
      if (!code.endsWith(".NotFound")) {
        throw new TransientFailure(
            "AWS did not delete endpoint service %s: %s %s"
                .formatted(serviceId, code, item.error().message()));
      }
    }
  }

  public Optional<EndpointService> find(String serviceId) {
    return client
        .describeVpcEndpointServiceConfigurations(r -> r.filters(Filters.service(serviceId)))
        .serviceConfigurations()
        .stream()
        .filter(found -> serviceId.equals(found.serviceId()))
        .map(found -> tagged(found).service())
        .findFirst();
  }

  /**
   * Creates a service that accepts nobody by itself.
   *
   * @param clientToken names are not unique here, so this alone prevents a second service when the
   *     reply to the first call is lost
   */
  public EndpointService create(
      String loadBalancerArn, String clientToken, Map<String, String> tags) {
    TagSpecification specification =
        TagSpecification.builder()
            .resourceType(ResourceType.VPC_ENDPOINT_SERVICE)
            .tags(
                tags.entrySet().stream()
                    .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                    .toList())
            .build();
    return tagged(
            client
                .createVpcEndpointServiceConfiguration(
                    r ->
                        r.networkLoadBalancerArns(loadBalancerArn)
                            .acceptanceRequired(true)
                            .clientToken(clientToken)
                            .tagSpecifications(specification))
                .serviceConfiguration())
        .service();
  }

  public List<String> principals(String serviceId) {
    return client
        .describeVpcEndpointServicePermissionsPaginator(r -> r.serviceId(serviceId))
        .allowedPrincipals()
        .stream()
        .map(AllowedPrincipal::principal)
        .toList();
  }

  /** Lets a principal create endpoints; one that may already stays as it is. */
  public void allow(String serviceId, String principal) {
    client.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(serviceId).addAllowedPrincipals(principal));
  }

  /** Takes the permission back. Endpoints that were accepted stay connected. */
  public void disallow(String serviceId, String principal) {
    client.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(serviceId).removeAllowedPrincipals(principal));
  }

  private ServiceChoice.Candidate tagged(ServiceConfiguration found) {
    return new ServiceChoice.Candidate(
        new EndpointService(
            found.serviceId(),
            found.serviceName(),
            found.serviceStateAsString(),
            Boolean.TRUE.equals(found.acceptanceRequired()),
            found.networkLoadBalancerArns(),
            found.availabilityZones(),
            zoneIds(found)),
        tags(found),
        furtherRegions(found));
  }

  /** AWS may count the service's own among them or not: UNCONFIRMED. */
  private List<String> furtherRegions(ServiceConfiguration found) {
    return found.supportedRegions().stream()
        .map(SupportedRegionDetail::region)
        .filter(each -> !each.equals(region))
        .sorted()
        .toList();
  }

  private static Map<String, String> tags(ServiceConfiguration service) {
    return service.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  /** The service itself names its zone ids in newer answers only. */
  private List<String> zoneIds(ServiceConfiguration found) {
    if (found.hasAvailabilityZoneIds() || !found.hasAvailabilityZones()) {
      return found.availabilityZoneIds();
    }
    return client
        .describeAvailabilityZones(r -> r.zoneNames(found.availabilityZones()))
        .availabilityZones()
        .stream()
        .filter(zone -> found.availabilityZones().contains(zone.zoneName()))
        .map(AvailabilityZone::zoneId)
        .toList();
  }
}
