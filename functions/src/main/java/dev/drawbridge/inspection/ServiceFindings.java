package dev.drawbridge.inspection;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.PrivateDnsName;
import dev.drawbridge.model.ServiceSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the endpoint service lets in whom it should, and nobody else. */
final class ServiceFindings {
  private static final String RENAME =
      "have the owner's run set it right (./drawbridge settings DATABASE --apply), or change privateDnsName";

  /** AWS takes a name away only while nobody is connected. */
  private static final String UNNAME =
      "set privateDnsName to it, or have the owner's run remove it (./drawbridge settings DATABASE --apply) once no endpoint is connected";

  private ServiceFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    List<Finding> findings = new ArrayList<>(further(seen.furtherServices()));
    if (seen.service().isEmpty()) {
      findings.add(
          Finding.of(
              Kind.SERVICE_GONE,
              expected.databaseArn(),
              "the endpoint service is gone, or lacks our tags; send the request again to build the path anew"));
      return findings;
    }
    findings.addAll(service(seen.service().get(), seen.loadBalancer()));
    seen.loadBalancer()
        .map(balancer -> zones(seen.service().get().service(), balancer))
        .ifPresent(findings::addAll);
    findings.addAll(principals(expected, seen.service().get()));
    findings.addAll(regions(expected, seen.service().get()));
    name(expected.privateDnsName(), seen.service().get().service()).ifPresent(findings::add);
    return findings;
  }

  private static List<Finding> further(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                Finding.of(
                    Kind.SERVICE_UNKNOWN,
                    id,
                    "endpoint service %s bears our tags and stands neither on our load balancer nor on our record: Drawbridge leaves it alone; see who made it, and take the tags off it"
                        .formatted(id)))
        .toList();
  }

  private static List<Finding> service(ServiceSeen seen, Optional<LoadBalancerSeen> balancer) {
    EndpointService service = seen.service();
    String id = service.serviceId();
    List<Finding> findings = new ArrayList<>();
    if (!service.state().equalsIgnoreCase("Available")) {
      findings.add(
          Finding.of(
              Kind.SERVICE_NOT_AVAILABLE,
              id,
              "endpoint service %s is %s".formatted(id, service.state())));
    }
    List<String> wanted = balancer.map(LoadBalancerSeen::arn).stream().toList();
    if (!wanted.isEmpty() && !service.loadBalancerArns().equals(wanted)) {
      findings.add(
          Finding.of(
              Kind.SERVICE_ELSEWHERE,
              id,
              "endpoint service %s stands on %s, not on %s"
                  .formatted(id, service.loadBalancerArns(), wanted.getFirst())));
    }
    if (!service.acceptanceRequired()) {
      findings.add(
          Finding.of(
              Kind.ACCEPTANCE_OFF,
              id,
              "endpoint service %s accepts every endpoint by itself; switch acceptance on, and look at its connections"
                  .formatted(id)));
    }
    if (seen.notices() != ServiceSeen.Notices.ALL) {
      findings.add(notices(id, seen.notices()));
    }
    return findings;
  }

  /** A service takes up zones that its load balancer gets later only when somebody changes it. */
  private static List<Finding> zones(EndpointService service, LoadBalancerSeen balancer) {
    return balancer.zones().stream()
        .filter(zone -> !service.availabilityZones().contains(zone))
        .map(
            zone ->
                Finding.of(
                    Kind.SERVICE_ZONE_MISSING,
                    zone,
                    "endpoint service %s does not offer zone %s, though its load balancer stands there: associate the load balancer with it once more"
                        .formatted(service.serviceId(), zone)))
        .toList();
  }

  /** Besides its own Region a service is open to those of its owner's settings. */
  private static List<Finding> regions(Expected expected, ServiceSeen seen) {
    String id = seen.service().serviceId();
    return seen.service().supportedRegions().stream()
        .filter(region -> !expected.consumerRegions().contains(region))
        .map(
            region ->
                Finding.of(
                    Kind.REGION_UNKNOWN,
                    region,
                    "endpoint service %s lets endpoints of Region %s ask for it, which its owner's consumerRegions do not name; have the owner's run take that Region off (./drawbridge settings DATABASE --apply) or name it, and look at the endpoints from there"
                        .formatted(id, region)))
        .toList();
  }

  /**
   * Consumers may use a name only while it is verified, and nobody is told when it is not.
   * UNCONFIRMED whether AWS gives a verified one up when its record is gone.
   */
  static Optional<Finding> name(String wanted, EndpointService service) {
    PrivateDnsName there = service.privateDns();
    String has = there == null ? "" : there.name();
    if (!has.equals(wanted)) {
      return Optional.of(
          Finding.of(
              Kind.PRIVATE_NAME_CHANGED,
              service.serviceId(),
              "endpoint service %s has %s, and its owner wants %s; %s"
                  .formatted(
                      service.serviceId(),
                      quoted(has),
                      quoted(wanted),
                      wanted.isEmpty() ? UNNAME : RENAME)));
    }
    return Optional.ofNullable(there)
        .filter(name -> !name.verified())
        .map(name -> unverified(service.serviceId(), name));
  }

  private static Finding unverified(String serviceId, PrivateDnsName name) {
    return Finding.of(
        Kind.PRIVATE_NAME_UNVERIFIED,
        name.name(),
        "private DNS name %s of endpoint service %s is %s, so that no consumer can switch it on (AWS of a name that was verified before: \"new connection requests are denied but existing connections are not affected\"); put the record %s (%s) into its domain with the value %s, and AWS is told each quarter of an hour to look, at 20 services at a time"
            .formatted(
                name.name(),
                serviceId,
                name.state(),
                name.recordName(),
                name.recordType(),
                name.recordValue()));
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "no name" : "the name " + name;
  }

  private static Finding notices(String serviceId, ServiceSeen.Notices notices) {
    Finding found =
        Finding.of(
            Kind.NOTIFICATION_GONE,
            serviceId,
            "endpoint service %s does not tell us of endpoints that come and go"
                .formatted(serviceId));
    return notices == ServiceSeen.Notices.SOME
        ? found.told(
            ": its notification leaves out some events; delete that notification, and it is made anew")
        : found;
  }

  private static List<Finding> principals(Expected expected, ServiceSeen seen) {
    String id = seen.service().serviceId();
    List<Finding> findings = new ArrayList<>();
    for (String principal : seen.principals()) {
      if (principal.contains("*")) {
        findings.add(
            Finding.of(
                Kind.WILDCARD_PRINCIPAL,
                principal,
                "endpoint service %s lets everybody (%s) ask for an endpoint; remove that principal"
                    .formatted(id, principal)));
      } else if (!expected.principals().contains(principal)) {
        findings.add(
            Finding.of(
                Kind.PRINCIPAL_UNKNOWN,
                principal,
                "endpoint service %s lets %s ask for an endpoint, who was not onboarded; remove it, or onboard it"
                    .formatted(id, principal)));
      }
    }
    for (Claim claim : expected.claims()) {
      String principal = claim.key().principal();
      if (claim.state() == ClaimState.ONBOARDED && !seen.principals().contains(principal)) {
        findings.add(
            Finding.of(
                Kind.PRINCIPAL_GONE,
                principal,
                "endpoint service %s does not let %s in any more; offboard it, or send its request again"
                    .formatted(id, principal),
                principal));
      }
    }
    return findings;
  }
}
