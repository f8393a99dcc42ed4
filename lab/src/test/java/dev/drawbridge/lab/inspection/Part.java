package dev.drawbridge.lab.inspection;

import static dev.drawbridge.inspection.Kind.*;

import dev.drawbridge.inspection.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** A part of a path's configuration as AWS shows it, and the findings that may say it differs. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions and sets are never changed.
enum Part {
  LISTENERS(
      by -> sorted(by.listeners().stream().map(Part::listener)),
      LISTENER_GONE,
      LISTENER_ELSEWHERE,
      LISTENER_UNKNOWN,
      LOAD_BALANCER_NOT_OURS),
  CROSS_ZONE(
      by ->
          sorted(
              by
                  .elb()
                  .describeLoadBalancerAttributes(
                      r -> r.loadBalancerArn(by.loadBalancer().loadBalancerArn()))
                  .attributes()
                  .stream()
                  .map(Object::toString)),
      CROSS_ZONE_OFF,
      // Where nobody is healthy a look asks why instead; each group has an attribute of its own.
      WRITER_UNHEALTHY,
      READERS_UNHEALTHY,
      LOAD_BALANCER_NOT_OURS),
  ZONES(
      by -> sorted(by.loadBalancer().availabilityZones().stream().map(AvailabilityZone::zoneName)),
      ZONE_MISSING,
      LOAD_BALANCER_NOT_OURS),
  ENFORCEMENT(
      by -> by.loadBalancer().enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(),
      ENFORCEMENT_CHANGED,
      LOAD_BALANCER_NOT_OURS),
  BALANCER_GROUPS(
      by -> sorted(by.loadBalancer().securityGroups().stream()),
      LOAD_BALANCER_GROUPS_CHANGED,
      LOAD_BALANCER_NOT_OURS),
  // EC2 adds up the rules of all groups of an instance.
  DATABASE_RULES(
      by ->
          sorted(
              by.attachedGroups().stream()
                  .flatMap(group -> by.rules(group, false).stream())
                  .map(Part::rule)),
      RULE_GONE),
  BALANCER_RULES(
      by -> rules(by, by.ownGroup(), false),
      CONSUMER_RULE_GONE,
      CONSUMER_RULE_UNKNOWN,
      // Whose endpoint is gone loses nothing by rules, and people know that it is gone.
      ENDPOINT_GONE,
      // Rules of a group that is not in use do nothing.
      LOAD_BALANCER_GROUPS_CHANGED,
      LOAD_BALANCER_NOT_OURS),
  EGRESS(
      by -> rules(by, by.ownGroup(), true),
      EGRESS_GONE,
      LOAD_BALANCER_GROUPS_CHANGED,
      LOAD_BALANCER_NOT_OURS),
  ATTRIBUTES(
      by ->
          groups(by)
              .map(
                  group ->
                      checkedAt(by, group)
                          + sorted(
                              by
                                  .elb()
                                  .describeTargetGroupAttributes(
                                      r -> r.targetGroupArn(group.targetGroupArn()))
                                  .attributes()
                                  .stream()
                                  .map(Object::toString)))
              .toList()
              .toString(),
      GROUP_CHANGED,
      GROUP_NOT_OURS),
  TAGS(
      by ->
          by
              .elb()
              .describeTags(
                  r ->
                      r.resourceArns(
                          Stream.concat(
                                  Stream.of(by.loadBalancer().loadBalancerArn()),
                                  groups(by).map(TargetGroup::targetGroupArn))
                              .toList()))
              .tagDescriptions()
              .stream()
              .map(each -> each.tags().size())
              .toList()
              .toString(),
      LOAD_BALANCER_NOT_OURS,
      GROUP_NOT_OURS),
  SERVICE(
      by ->
          "%s %s %s %s %s"
              .formatted(
                  by.service().acceptanceRequired(),
                  sorted(by.service().networkLoadBalancerArns().stream()),
                  zonesNotOffered(by),
                  by.service().supportedRegions(),
                  by.service().tags().size()),
      ACCEPTANCE_OFF,
      REGION_UNKNOWN,
      SERVICE_UNKNOWN,
      SERVICE_ELSEWHERE,
      SERVICE_ZONE_MISSING,
      SERVICE_GONE),
  PRINCIPALS(
      by -> by.principals().toString(),
      WILDCARD_PRINCIPAL,
      PRINCIPAL_UNKNOWN,
      PRINCIPAL_GONE,
      SERVICE_GONE),
  NOTIFICATION(
      by ->
          sorted(
              by.notifications().stream()
                  .map(
                      each ->
                          each.connectionNotificationArn()
                              + sorted(each.connectionEvents().stream()))),
      NOTIFICATION_GONE,
      SERVICE_GONE),
  ENDPOINTS(
      by ->
          sorted(
              by.connections().stream()
                  .map(each -> each.vpcEndpointId() + each.vpcEndpointStateAsString())),
      ENDPOINT_GONE,
      ENDPOINT_LEFT,
      ENDPOINT_NOT_AVAILABLE,
      SERVICE_GONE);

  private final Function<Administrator, String> reader;
  private final Set<Kind> kinds;

  Part(Function<Administrator, String> reader, Kind... kinds) {
    this.reader = reader;
    this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
  }

  /** Any of these says that the part differs. */
  Set<Kind> kinds() {
    return kinds;
  }

  /** All parts as they are now. */
  static Map<Part, String> read(Administrator by) {
    Map<Part, String> all = new EnumMap<>(Part.class);
    Stream.of(values()).forEach(part -> all.put(part, part.reader.apply(by)));
    return all;
  }

  /** Another port is why nobody is healthy, or does no harm: looks find it in the first case. */
  private static String checkedAt(Administrator by, TargetGroup group) {
    boolean healthy =
        by
            .elb()
            .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
            .targetHealthDescriptions()
            .stream()
            .anyMatch(each -> each.targetHealth().state() == TargetHealthStateEnum.HEALTHY);
    return healthy ? "traffic-port" : group.healthCheckPort();
  }

  /**
   * Of those that the load balancer has: which it lacks itself is told of it, not of the service.
   */
  private static String zonesNotOffered(Administrator by) {
    return sorted(
        by.loadBalancer().availabilityZones().stream()
            .map(AvailabilityZone::zoneName)
            .filter(zone -> !by.service().availabilityZones().contains(zone)));
  }

  private static Stream<TargetGroup> groups(Administrator by) {
    return Stream.of(by.writers(), by.readers());
  }

  private static String listener(Listener listener) {
    return listener.port()
        + listener.protocolAsString()
        + listener.defaultActions().stream()
            .map(action -> action.targetGroupArn() + action.forwardConfig())
            .toList()
            .toString();
  }

  private static String rules(Administrator by, String group, boolean egress) {
    return sorted(by.rules(group, egress).stream().map(Part::rule));
  }

  private static String rule(SecurityGroupRule rule) {
    return "%s %s-%s %s %s"
        .formatted(
            rule.ipProtocol(),
            rule.fromPort(),
            rule.toPort(),
            rule.cidrIpv4(),
            rule.referencedGroupInfo() == null ? "" : rule.referencedGroupInfo().groupId());
  }

  private static String sorted(Stream<String> each) {
    return each.sorted().collect(Collectors.joining(", "));
  }
}
