package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.model.Subnet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * AWS has no room for a load balancer in a zone: "You can't specify a subnet in a constrained
 * Availability Zone" ("Update the Availability Zones for your Network Load Balancer").
 *
 * <p>UNCONFIRMED with which code. The API reference of CreateLoadBalancer and SetSubnets has {@code
 * AvailabilityZoneNotSupported}; for application load balancers people report {@code
 * ValidationError} with the zone in its message (widdix/mastodon-on-aws#13).
 */
final class ZoneRefusal {
  private static final String OF_ZONE = "AvailabilityZoneNotSupported";

  /** "The specified subnet is out of available addresses" (API reference of SetSubnets). */
  private static final Set<String> OF_ONE = Set.of(OF_ZONE, "InvalidSubnet");

  /** With the zone in the message; the last is an error of both calls, too (API reference). */
  private static final Set<String> NAMING_IT =
      Set.of(OF_ZONE, "ValidationError", "InvalidConfigurationRequest");

  private ZoneRefusal() {}

  /** Whether a call that would have added this subnet alone was refused for its zone or itself. */
  static boolean of(AwsServiceException failure, Subnet subnet) {
    return OF_ONE.contains(ErrorTable.code(failure)) || names(failure, subnet);
  }

  /** Whether a call with several subnets was refused for the zone of one. */
  static boolean ofOne(AwsServiceException failure, List<Subnet> subnets) {
    return ErrorTable.code(failure).equals(OF_ZONE) || !named(failure, subnets).isEmpty();
  }

  /** Those whose zones the refusal names; none if it names none. */
  static List<Subnet> named(AwsServiceException failure, List<Subnet> subnets) {
    return subnets.stream().filter(subnet -> names(failure, subnet)).toList();
  }

  private static boolean names(AwsServiceException failure, Subnet subnet) {
    String code = ErrorTable.code(failure);
    return NAMING_IT.contains(code) && words(failure).contains(subnet.zone());
  }

  /** What AWS has said. */
  static String words(AwsServiceException failure) {
    var details = failure.awsErrorDetails();
    return details == null || details.errorMessage() == null
        ? String.valueOf(failure.getMessage())
        : details.errorMessage();
  }
}
