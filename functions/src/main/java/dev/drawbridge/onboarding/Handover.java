package dev.drawbridge.onboarding;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.GivenPort;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.PrivateDnsName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the consumer is told at the end. */
public final class Handover {
  private Handover() {}

  /**
   * The result.
   *
   * @param instances the ports that instances have; empty if they have none
   */
  public static OnboardingResult of(
      CompleteOnboarding.Input input, List<InstancePort> instances, Prices prices) {
    Database database = input.database();
    EndpointService service = input.service();
    Access access = input.access();
    return new OnboardingResult(
        "ONBOARDED",
        database.identifier(),
        input.request().consumerAccountId(),
        input.attempt(),
        new OnboardingResult.Service(
            service.serviceId(),
            service.serviceName(),
            input.provider().region(),
            service.availabilityZoneIds(),
            privateDns(service)),
        access.endpointId(),
        access.endpointRegion(),
        host(database, access.dnsName(), database.writerPort()),
        host(database, access.dnsName(), database.readerPort()),
        ConnectionStrings.of(database, access.dnsName(), instances),
        instances.stream().map(each -> new GivenPort(each.identifier(), each.port())).toList(),
        advice(input),
        prices.of(service.availabilityZones().size()),
        access.verified(),
        stated(input.request()));
  }

  private static OnboardingResult.Host host(Database database, String name, int port) {
    return new OnboardingResult.Host(
        name, port, "jdbc:%s://%s:%d/".formatted(protocol(database.engine()), name, port));
  }

  /** As the drivers register themselves: Aurora's engines speak their open source protocol. */
  private static String protocol(String engine) {
    if (engine.contains("postgres")) {
      return "postgresql";
    }
    return engine.contains("mariadb") ? "mariadb" : "mysql";
  }

  private static OnboardingResult.@Nullable PrivateDns privateDns(EndpointService service) {
    PrivateDnsName named = service.privateDns();
    return named == null ? null : new OnboardingResult.PrivateDns(named.name(), named.state());
  }

  private static List<String> advice(CompleteOnboarding.Input input) {
    List<String> advice =
        new ArrayList<>(advice(input.database(), input.access().dnsName(), input.instancePorts()));
    String region = input.access().endpointRegion();
    String own = input.provider().region();
    if (region != null && !region.equals(own)) {
      advice.add(
          "Regions: the endpoint is in %s and the database in %s. AWS charges you for the traffic between them, and the provider %s a month for the first endpoint in %s (prices of %s); CloudWatch shows the provider no metrics of the endpoint, and PrivateLink fails over between zones, not between Regions."
              .formatted(region, own, Prices.remoteRegionMonth(), region, Prices.LOOKED_UP));
    }
    return advice;
  }

  private static List<String> advice(
      Database database, String name, @Nullable InstancePortRange instances) {
    return List.of(
        "TLS: the certificate names %s and %s, not %s. To verify the host name, make a private hosted zone for each of these names in your VPC, with an alias record at its apex to %s; or give the driver the address and the expected name apart (libpq: hostaddr). Such a zone hides the real name in that VPC."
            .formatted(database.writerEndpoint(), database.readerEndpoint(), name, name),
        "IAM tokens: sign for %s and port %d, the database's own, although you dial %s. The AWS JDBC wrapper has iamHost and iamDefaultPort for this."
            .formatted(database.writerEndpoint(), database.port(), name),
        "AWS JDBC wrapper: switch its failover and enhanced failure monitoring plugins off; they"
            + " dial instance names, which this path does not carry.",
        "Pools: keep idle connections shorter than 350 seconds or send keep-alives; the load"
            + " balancer drops silent connections then.",
        "Security group of your endpoint: it needs inbound rules for both ports%s from your applications."
            .formatted(instances == null ? "" : " and the ports of instances, " + instances + ","));
  }

  private static List<String> stated(OnboardRequest request) {
    List<String> stated = new ArrayList<>();
    if (request.consumerVpcId() != null) {
      stated.add("consumer's VPC: " + request.consumerVpcId());
    }
    if (!request.consumerCidrs().isEmpty()) {
      stated.add("consumer's addresses: " + String.join(", ", request.consumerCidrs()));
    }
    if (!request.purpose().isEmpty()) {
      stated.add("purpose: " + request.purpose());
    }
    if (!request.validUntil().isEmpty()) {
      stated.add("last day: " + request.validUntil());
    }
    return stated;
  }
}
