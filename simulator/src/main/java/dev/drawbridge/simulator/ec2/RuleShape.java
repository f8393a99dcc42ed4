package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** What EC2 demands of a rule before it looks at the group. */
final class RuleShape {
  private RuleShape() {}

  /**
   * A permission has a protocol and someone it is for.
   *
   * @throws ServiceError MissingParameter
   */
  static void check(IpPermission permission) {
    if (permission.ipProtocol() == null) {
      throw missing("The request must contain the parameter ipProtocol");
    }
    if (permission.ipRanges().isEmpty()
        && permission.ipv6Ranges().isEmpty()
        && permission.prefixListIds().isEmpty()
        && permission.userIdGroupPairs().isEmpty()) {
      throw missing(
          "The request must contain a source or destination for the permission: IpRanges,"
              + " Ipv6Ranges, PrefixListIds or UserIdGroupPairs");
    }
  }

  /**
   * A number, or one of the names.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static void checkProtocol(String protocol, String asGiven) {
    boolean number = protocol.matches("\\d{1,3}") && Integer.parseInt(protocol) <= 255;
    if (!number && !Set.of("tcp", "udp", "icmp", "icmpv6", "-1").contains(protocol)) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value '%s' for IP protocol. Unknown protocol.".formatted(asGiven));
    }
  }

  /**
   * Type and code of ICMP; -1 stands for all of them, and all types have all codes.
   *
   * @throws ServiceError InvalidParameterValue; its wording is UNCONFIRMED
   */
  static void checkIcmp(int type, int code) {
    if (type < -1 || type > 255 || code < -1 || code > 255 || (type == -1 && code != -1)) {
      throw ServiceError.client(
          "InvalidParameterValue", "ICMP type (%d) or code (%d) is invalid".formatted(type, code));
    }
  }

  /**
   * A block of IPv6 addresses.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static String ipv6(String cidr) {
    boolean prefix = cidr.matches("[0-9a-fA-F:.]+:[0-9a-fA-F:.]*/(\\d{1,2}|1[01]\\d|12[0-8])");
    if (!prefix) {
      throw ServiceError.client(
          "InvalidParameterValue", "CIDR block %s is malformed".formatted(cidr));
    }
    return cidr;
  }

  /**
   * No rule stands twice in one request, whatever its descriptions.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static void checkDistinct(List<RuleRequest> rules) {
    Set<Rule.Traffic> seen = new HashSet<>();
    if (!rules.stream().map(RuleRequest::traffic).allMatch(seen::add)) {
      throw ServiceError.client(
          "InvalidParameterValue", "The same permission must not appear multiple times");
    }
  }

  static ServiceError missing(String message) {
    return ServiceError.client("MissingParameter", message);
  }
}
