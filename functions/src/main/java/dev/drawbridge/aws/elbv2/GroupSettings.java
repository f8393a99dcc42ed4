package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Pairs;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.plan.Ownership;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Makes target groups, and holds those that exist to their settings. */
final class GroupSettings {
  private final ElasticLoadBalancingV2Client elb;

  GroupSettings(ElasticLoadBalancingV2Client elb) {
    this.elb = elb;
  }

  /** Makes a group and returns its ARN. Calls: 2. */
  String create(String name, Database database, Map<String, String> attributes) {
    return create(name, database, attributes, Ownership.tags(database.arn()));
  }

  /** The same with other tags. */
  String create(
      String name, Database database, Map<String, String> attributes, Map<String, String> tags) {
    String made =
        elb.createTargetGroup(
                r ->
                    r.name(name)
                        .protocol(ProtocolEnum.TCP)
                        .port(database.port())
                        .vpcId(database.vpcId())
                        .targetType(TargetTypeEnum.IP)
                        .healthCheckProtocol(ProtocolEnum.TCP)
                        .healthCheckIntervalSeconds(GroupAttributes.INTERVAL_SECONDS)
                        .healthCheckTimeoutSeconds(GroupAttributes.TIMEOUT_SECONDS)
                        .healthyThresholdCount(GroupAttributes.THRESHOLD)
                        .unhealthyThresholdCount(GroupAttributes.THRESHOLD)
                        .tags(ElbTags.of(tags)))
            .targetGroups()
            .getFirst()
            .targetGroupArn();
    modify(made, attributes);
    return made;
  }

  /**
   * Brings a group back to its settings and returns its ARN. Calls: 1 if nothing differs. Its port
   * is only what a target has that is registered without one, as ours never are, so that it may be
   * the one that the database had once.
   *
   * @throws Conflict if it has another VPC, which cannot be changed
   */
  String hold(TargetGroup group, Database database, Map<String, String> attributes) {
    if (!group.vpcId().equals(database.vpcId())) {
      throw new Conflict(
          "target group %s is in %s; the database is in %s: offboard with teardown first"
              .formatted(group.targetGroupName(), group.vpcId(), database.vpcId()));
    }
    assertHealthCheck(group);
    assertAttributes(group.targetGroupArn(), attributes);
    return group.targetGroupArn();
  }

  private void assertHealthCheck(TargetGroup group) {
    if (otherChecks(group).isEmpty()) {
      return;
    }
    elb.modifyTargetGroup(
        r ->
            r.targetGroupArn(group.targetGroupArn())
                .healthCheckProtocol(ProtocolEnum.TCP)
                .healthCheckPort(GroupAttributes.CHECKED_PORT)
                .healthCheckIntervalSeconds(GroupAttributes.INTERVAL_SECONDS)
                .healthCheckTimeoutSeconds(GroupAttributes.TIMEOUT_SECONDS)
                .healthyThresholdCount(GroupAttributes.THRESHOLD)
                .unhealthyThresholdCount(GroupAttributes.THRESHOLD));
  }

  /** How it checks otherwise than we have it check, {@code key=value}. */
  static List<String> otherChecks(TargetGroup group) {
    Map<String, String> there =
        Map.of(
            "healthCheckProtocol",
            group.healthCheckProtocolAsString(),
            "healthCheckPort",
            group.healthCheckPort(),
            "healthCheckIntervalSeconds",
            group.healthCheckIntervalSeconds().toString(),
            "healthCheckTimeoutSeconds",
            group.healthCheckTimeoutSeconds().toString(),
            "healthyThresholdCount",
            group.healthyThresholdCount().toString(),
            "unhealthyThresholdCount",
            group.unhealthyThresholdCount().toString());
    return there.entrySet().stream()
        .filter(each -> !each.getValue().equals(GroupAttributes.CHECKS.get(each.getKey())))
        .map(each -> each.getKey() + "=" + each.getValue())
        .sorted()
        .toList();
  }

  private void assertAttributes(String arn, Map<String, String> attributes) {
    Map<String, String> there =
        Pairs.of(
            elb.describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes(),
            TargetGroupAttribute::key,
            TargetGroupAttribute::value);
    if (!there.entrySet().containsAll(attributes.entrySet())) {
      modify(arn, attributes);
    }
  }

  private void modify(String arn, Map<String, String> attributes) {
    List<TargetGroupAttribute> all =
        attributes.entrySet().stream()
            .map(
                attribute ->
                    TargetGroupAttribute.builder()
                        .key(attribute.getKey())
                        .value(attribute.getValue())
                        .build())
            .toList();
    elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(arn).attributes(all));
  }
}
