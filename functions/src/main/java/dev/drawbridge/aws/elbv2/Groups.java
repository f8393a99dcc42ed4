package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.GroupAttributes;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The writer's and the readers' target group of each database. */
public final class Groups {
  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;

  /** Groups of the account and region of the clients. */
  public Groups(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
  }

  /**
   * Both groups, made if missing, with their attributes and health checks asserted.
   *
   * @throws Conflict if a group of the name is not ours, or has another port or VPC
   */
  public TargetGroups ensure(Database database) {
    List<TargetGroup> ours = named(database.arn());
    tags.require(arns(ours), database.arn());
    String writer = Names.writerGroup(database.arn());
    String reader = Names.readerGroup(database.arn());
    return new TargetGroups(
        ensure(writer, ours, database, GroupAttributes.WRITER),
        ensure(reader, ours, database, GroupAttributes.READER));
  }

  /**
   * The groups of a database that is exposed; empty if it is not.
   *
   * @throws Conflict if groups of these names are not ours
   */
  public Optional<TargetGroups> find(String databaseArn) {
    List<TargetGroup> ours = named(databaseArn);
    tags.require(arns(ours), databaseArn);
    return both(ours, databaseArn);
  }

  /** The groups of every database that is exposed, by its ARN: found by name and by our tags. */
  public Map<String, TargetGroups> exposed() {
    Map<String, TargetGroup> candidates =
        all()
            .filter(group -> group.targetGroupName().startsWith(Names.PREFIX + "-"))
            .collect(Collectors.toMap(TargetGroup::targetGroupArn, Function.identity()));
    Map<String, List<TargetGroup>> byDatabase = new TreeMap<>();
    tags.of(List.copyOf(candidates.keySet()))
        .forEach(
            (arn, found) ->
                Ownership.databaseOf(found)
                    .ifPresent(
                        database ->
                            byDatabase
                                .computeIfAbsent(database, none -> new ArrayList<>())
                                .add(Objects.requireNonNull(candidates.get(arn)))));
    Map<String, TargetGroups> exposed = new TreeMap<>();
    byDatabase.forEach(
        (database, groups) ->
            both(groups, database).ifPresent(pair -> exposed.put(database, pair)));
    return exposed;
  }

  /** Listing all costs one call for both names; a look-up by names fails if one is missing. */
  private List<TargetGroup> named(String databaseArn) {
    List<String> names = List.of(Names.writerGroup(databaseArn), Names.readerGroup(databaseArn));
    return all().filter(group -> names.contains(group.targetGroupName())).toList();
  }

  private Stream<TargetGroup> all() {
    return elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream();
  }

  private String ensure(
      String name, List<TargetGroup> existing, Database database, Map<String, String> attributes) {
    Optional<TargetGroup> found =
        existing.stream().filter(group -> group.targetGroupName().equals(name)).findFirst();
    if (found.isEmpty()) {
      String made = create(name, database);
      modify(made, attributes);
      return made;
    }
    TargetGroup group = found.get();
    if (group.port() != database.port() || !group.vpcId().equals(database.vpcId())) {
      throw new Conflict(
          "target group %s has port %d in %s; the database has port %d in %s: offboard with teardown first"
              .formatted(name, group.port(), group.vpcId(), database.port(), database.vpcId()));
    }
    assertHealthCheck(group);
    assertAttributes(group.targetGroupArn(), attributes);
    return group.targetGroupArn();
  }

  private String create(String name, Database database) {
    return elb.createTargetGroup(
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
                    .tags(ElbTags.ours(database.arn())))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }

  private void assertHealthCheck(TargetGroup group) {
    if (group.healthCheckIntervalSeconds() == GroupAttributes.INTERVAL_SECONDS
        && group.healthCheckTimeoutSeconds() == GroupAttributes.TIMEOUT_SECONDS
        && group.healthyThresholdCount() == GroupAttributes.THRESHOLD
        && group.unhealthyThresholdCount() == GroupAttributes.THRESHOLD) {
      return;
    }
    elb.modifyTargetGroup(
        r ->
            r.targetGroupArn(group.targetGroupArn())
                .healthCheckIntervalSeconds(GroupAttributes.INTERVAL_SECONDS)
                .healthCheckTimeoutSeconds(GroupAttributes.TIMEOUT_SECONDS)
                .healthyThresholdCount(GroupAttributes.THRESHOLD)
                .unhealthyThresholdCount(GroupAttributes.THRESHOLD));
  }

  private void assertAttributes(String arn, Map<String, String> attributes) {
    Map<String, String> there =
        elb.describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes().stream()
            .collect(Collectors.toMap(TargetGroupAttribute::key, TargetGroupAttribute::value));
    if (!there.entrySet().containsAll(attributes.entrySet())) {
      modify(arn, attributes);
    }
  }

  private void modify(String arn, Map<String, String> attributes) {
    elb.modifyTargetGroupAttributes(
        r ->
            r.targetGroupArn(arn)
                .attributes(
                    attributes.entrySet().stream()
                        .map(
                            attribute ->
                                TargetGroupAttribute.builder()
                                    .key(attribute.getKey())
                                    .value(attribute.getValue())
                                    .build())
                        .toList()));
  }

  private static Optional<TargetGroups> both(List<TargetGroup> ours, String databaseArn) {
    Optional<String> writer = arn(ours, Names.writerGroup(databaseArn));
    Optional<String> reader = arn(ours, Names.readerGroup(databaseArn));
    return writer.flatMap(w -> reader.map(r -> new TargetGroups(w, r)));
  }

  private static Optional<String> arn(List<TargetGroup> groups, String name) {
    return groups.stream()
        .filter(group -> group.targetGroupName().equals(name))
        .map(TargetGroup::targetGroupArn)
        .findFirst();
  }

  private static List<String> arns(List<TargetGroup> groups) {
    return groups.stream().map(TargetGroup::targetGroupArn).toList();
  }
}
