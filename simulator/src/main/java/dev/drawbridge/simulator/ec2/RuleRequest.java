package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.Rule.Traffic;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

/** A rule as a request names it: what it admits, and its description. */
record RuleRequest(Traffic traffic, String description) {

  /** The old form of one rule, in the request's own members. */
  record Flat(
      @Nullable String protocol,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String cidr) {

    /** Whether the request names any of it. */
    boolean given() {
      return protocol != null || from != null || to != null || cidr != null;
    }

    List<IpPermission> permissions() {
      return protocol == null
          ? List.of()
          : List.of(
              IpPermission.builder()
                  .ipProtocol(protocol)
                  .fromPort(from)
                  .toPort(to)
                  .ipRanges(cidr == null ? List.of() : List.of(range(cidr)))
                  .build());
    }

    private static IpRange range(String cidr) {
      return IpRange.builder().cidrIp(cidr).build();
    }
  }

  /**
   * Reads the rules of a request.
   *
   * @throws ServiceError for a malformed permission or a group that does not exist
   */
  static List<RuleRequest> read(Ec2State state, Caller caller, RuleChange change) {
    change.check();
    List<IpPermission> all = new ArrayList<>(change.permissions());
    all.addAll(change.flat().permissions());
    List<RuleRequest> rules = new ArrayList<>();
    for (IpPermission permission : all) {
      RuleShape.check(permission);
      sources(state, caller, change, permission)
          .forEach(
              source ->
                  rules.add(
                      new RuleRequest(
                          traffic(change.egress(), permission, source), source.description())));
    }
    RuleShape.checkDistinct(rules);
    return rules;
  }

  private record Named(Rule.Source source, String description) {}

  private static List<Named> sources(
      Ec2State state, Caller caller, RuleChange change, IpPermission permission) {
    List<Named> sources = new ArrayList<>();
    permission
        .ipRanges()
        .forEach(
            range -> sources.add(new Named(addresses(range.cidrIp()), text(range.description()))));
    permission
        .ipv6Ranges()
        .forEach(
            range ->
                sources.add(
                    new Named(
                        new Rule.Ipv6Addresses(RuleShape.ipv6(range.cidrIpv6())),
                        text(range.description()))));
    permission
        .prefixListIds()
        .forEach(
            list ->
                sources.add(
                    new Named(
                        new Rule.Listed(state.prefixLists.require(list.prefixListId(), caller)),
                        text(list.description()))));
    permission
        .userIdGroupPairs()
        .forEach(
            pair ->
                sources.add(
                    new Named(
                        members(state, caller, change.groupId(), pair.groupId()),
                        text(pair.description()))));
    return sources;
  }

  static Rule.Addresses addresses(String cidr) {
    try {
      return new Rule.Addresses(Cidr.parse(cidr).toString());
    } catch (IllegalArgumentException e) {
      throw ServiceError.client(
          "InvalidParameterValue", "CIDR block %s is malformed".formatted(cidr));
    }
  }

  /** The members of a group, which must be of the same VPC: no VPCs are peered here. */
  static Rule.Members members(
      Ec2State state, Caller caller, @Nullable String changedId, String groupId) {
    SecurityGroupRecord group = state.groups.require(groupId, caller);
    if (changedId != null
        && !state.groups.require(changedId, caller).vpcId().equals(group.vpcId())) {
      throw ServiceError.client(
          "InvalidGroup.NotFound",
          "You have specified two resources that belong to different networks.");
    }
    return new Rule.Members(group.id(), group.owner().account());
  }

  private static Traffic traffic(boolean egress, IpPermission permission, Named named) {
    return traffic(
        egress,
        permission.ipProtocol(),
        permission.fromPort(),
        permission.toPort(),
        named.source());
  }

  static Traffic traffic(
      boolean egress,
      String ipProtocol,
      @Nullable Integer from,
      @Nullable Integer to,
      Rule.Source source) {
    String protocol =
        switch (ipProtocol.toLowerCase(Locale.ROOT)) {
          case "6" -> "tcp";
          case "17" -> "udp";
          case "1" -> "icmp";
          case "all" -> "-1";
          default -> ipProtocol.toLowerCase(Locale.ROOT);
        };
    RuleShape.checkProtocol(protocol, ipProtocol);
    if (protocol.equals("-1")) {
      return new Traffic(egress, protocol, -1, -1, source);
    }
    if (from == null || to == null) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
    }
    if (protocol.startsWith("icmp")) {
      RuleShape.checkIcmp(from, to);
    } else if (from < 0 || to > 65535 || from > to) {
      throw ServiceError.client(
          "InvalidParameterValue", "Invalid TCP/UDP port range (%d:%d)".formatted(from, to));
    }
    return new Traffic(egress, protocol, from, to, source);
  }

  private static String text(@Nullable String description) {
    return Optional.ofNullable(description).orElse("");
  }
}
