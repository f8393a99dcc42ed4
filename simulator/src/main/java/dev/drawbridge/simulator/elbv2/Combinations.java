package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** Members that Elastic Load Balancing does not take together. AWS's wording is UNCONFIRMED. */
final class Combinations {
  private Combinations() {}

  /** At most one of these selections may be made. */
  static void oneOf(String names, Collection<?>... selections) {
    if (List.of(selections).stream().filter(each -> !each.isEmpty()).count() > 1) {
      throw refused("Only one of %s can be specified".formatted(names));
    }
  }

  /** A listener of protocol TCP has neither a certificate nor a policy of TLS. */
  static void plainTcp(
      @Nullable String sslPolicy, Collection<?> certificates, Collection<?> alpnPolicy) {
    if (!alpnPolicy.isEmpty()) {
      throw refused("AlpnPolicy cannot be specified for a listener of protocol 'TCP'");
    }
    if (sslPolicy != null || !certificates.isEmpty()) {
      throw refused(
          "SslPolicy and Certificates cannot be specified for a listener of protocol 'TCP'");
    }
  }

  /** What a network load balancer's targets are checked by. */
  static void healthCheckProtocol(@Nullable String protocol) {
    if (protocol != null && !List.of("TCP", "HTTP", "HTTPS").contains(protocol)) {
      throw refused(
          "Health check protocol '%s' must be one of TCP, HTTP, HTTPS".formatted(protocol));
    }
  }

  /** Only HTTP has versions. */
  static void plainVersion(@Nullable String protocol, @Nullable String version) {
    if (version != null && !List.of("HTTP", "HTTPS").contains(String.valueOf(protocol))) {
      throw refused(
          "Protocol version cannot be specified for target groups of protocol '%s'"
              .formatted(protocol));
    }
  }

  /** A check by TCP has neither a path nor a matcher. */
  static void plainCheck(@Nullable String path, @Nullable Object matcher) {
    if (path != null) {
      throw refused("Health check path cannot be specified for health checks of protocol 'TCP'");
    }
    if (matcher != null) {
      throw refused("Health check matcher cannot be specified for health checks of protocol 'TCP'");
    }
  }

  /** A load balancer of the address type ipv4 has an IPv4 address in each of its subnets. */
  static void ipv4(SubnetRecord subnet) {
    if (!subnet.hasIpv4()) {
      throw refused("You must specify subnets with an associated IPv4 CIDR block.");
    }
  }

  /** No subnet here has both kinds of addresses; reported by users of AWS for a dualstack one. */
  static void addresses(@Nullable String ipAddressType) {
    if (ipAddressType != null && !ipAddressType.equals("ipv4")) {
      throw refused("You must specify subnets with an associated IPv6 CIDR block.");
    }
  }

  /** A load balancer's address in a subnet: private within, Elastic only for one that faces out. */
  static void mapping(boolean internal, SubnetRecord subnet, SubnetMapping mapping) {
    if (internal && mapping.allocationId() != null) {
      throw refused("You cannot specify Elastic IP addresses for an internal load balancer");
    }
    String wanted = mapping.privateIPv4Address();
    if (wanted != null && !subnet.contains(wanted)) {
      throw refused(
          "The private IPv4 address '%s' is not in the range of subnet '%s'"
              .formatted(wanted, subnet.id()));
    }
  }

  /** No attribute may be set twice at once. */
  static void distinct(List<String> keys) {
    Set<String> seen = new HashSet<>();
    keys.stream()
        .filter(key -> !seen.add(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw refused("Attribute key '%s' was specified more than once".formatted(key));
            });
  }

  private static ServiceError refused(String message) {
    return ServiceError.client("ValidationError", message);
  }
}
