package dev.drawbridge.aws.privatelink;

import static java.util.Locale.ROOT;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.aws.Pairs;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.PrivateDnsName;
import dev.drawbridge.plan.ServiceAdjustment;
import dev.drawbridge.plan.ServiceChoice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Endpoint services and who may ask for an endpoint to them. */
public final class EndpointServices {
  /** States in which a region has left, or is about to ("SupportedRegionDetail", EC2 API). */
  private static final Set<String> LEFT = Set.of("deleting", "deleted", "failed", "closed");

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

  /** The tags of every service of the account in this region, by its id. */
  public SortedMap<String, Map<String, String>> allTags() {
    SortedMap<String, Map<String, String>> found = new TreeMap<>();
    client
        .describeVpcEndpointServiceConfigurationsPaginator(r -> {})
        .serviceConfigurations()
        .forEach(service -> found.put(service.serviceId(), tags(service)));
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

  /**
   * Opens a service to the Regions that it lacks, and to no others. Endpoints that are connected
   * stay so, whatever goes.
   */
  public void adjustRegions(String serviceId, ServiceAdjustment lacks) {
    client.modifyVpcEndpointServiceConfiguration(
        r -> {
          r.serviceId(serviceId);
          if (!lacks.addRegions().isEmpty()) {
            r.addSupportedRegions(lacks.addRegions());
          }
          if (!lacks.removeRegions().isEmpty()) {
            r.removeSupportedRegions(lacks.removeRegions());
          }
        });
  }

  /** Names a service. */
  public void name(String serviceId, String privateDnsName) {
    client.modifyVpcEndpointServiceConfiguration(
        r -> r.serviceId(serviceId).privateDnsName(privateDnsName));
  }

  /**
   * Takes a service's name away. False if AWS refuses, as it does while an endpoint is connected;
   * UNCONFIRMED with which error.
   */
  public boolean removeName(String serviceId) {
    try {
      client.modifyVpcEndpointServiceConfiguration(
          r -> r.serviceId(serviceId).removePrivateDnsName(true));
      return true;
    } catch (Ec2Exception refused) {
      if (refused.statusCode() != HttpStatusCode.BAD_REQUEST || refused.isThrottlingException()) {
        throw refused;
      }
      return false;
    }
  }

  /** Of these services those with a name that AWS has not verified. Calls: 1 for each 200. */
  public List<String> withUnverifiedName(Collection<String> serviceIds) {
    return serviceIds.stream()
        .gather(Gatherers.windowFixed(Filters.VALUES))
        .flatMap(ids -> withUnverifiedNameAmong(ids).stream())
        .toList();
  }

  private List<String> withUnverifiedNameAmong(List<String> serviceIds) {
    return client
        .describeVpcEndpointServiceConfigurationsPaginator(
            r -> r.filters(Filters.service(serviceIds)))
        .serviceConfigurations()
        .stream()
        .filter(found -> serviceIds.contains(found.serviceId()))
        .filter(found -> unverified(privateDns(found)))
        .map(ServiceConfiguration::serviceId)
        .toList();
  }

  /** Whether there is a name that AWS has not verified. */
  public static boolean unverified(@Nullable PrivateDnsName name) {
    return name != null && !name.verified();
  }

  /** Has AWS look whether the record that verifies a service's name is there; it takes its time. */
  public void verifyName(String serviceId) {
    client.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(serviceId));
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
            zoneIds(found),
            furtherRegions(found),
            privateDns(found)),
        tags(found));
  }

  /** UNCONFIRMED whether AWS lists the service's own region, which can never be taken away. */
  private List<String> furtherRegions(ServiceConfiguration found) {
    return found.supportedRegions().stream()
        .filter(each -> !LEFT.contains(String.valueOf(each.serviceState()).toLowerCase(ROOT)))
        .map(SupportedRegionDetail::region)
        .filter(each -> !each.equals(region))
        .sorted()
        .toList();
  }

  private static @Nullable PrivateDnsName privateDns(ServiceConfiguration found) {
    PrivateDnsNameConfiguration record = found.privateDnsNameConfiguration();
    String name = found.privateDnsName();
    if (name == null || name.isEmpty()) {
      return null;
    }
    if (record == null) {
      return new PrivateDnsName(name, "pendingVerification", "", "TXT", "");
    }
    return new PrivateDnsName(
        name,
        text(record.stateAsString(), "pendingVerification"),
        text(record.name(), ""),
        text(record.type(), "TXT"),
        text(record.value(), ""));
  }

  private static String text(@Nullable String shown, String otherwise) {
    return shown == null ? otherwise : shown;
  }

  private static Map<String, String> tags(ServiceConfiguration service) {
    return Pairs.of(service.tags(), Tag::key, Tag::value);
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
