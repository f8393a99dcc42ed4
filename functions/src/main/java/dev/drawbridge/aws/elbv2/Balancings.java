package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Pairs;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** Looks at all that Elastic Load Balancing has of a database, and changes nothing. */
public final class Balancings {
  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;
  private final Targets targets;

  /** Those of the account and region of the clients. */
  public Balancings(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
    this.targets = new Targets(clients);
  }

  /**
   * One look. Calls: 4 and 2 a group, those of instances too: AWS tells tags of 20 in a call, and
   * RDS lets a database have 16 instances ("Quotas and constraints for Amazon RDS").
   *
   * <p>One of the four tells of cross-zone load balancing. It is spent otherwise where a group has
   * no healthy target, on how it checks; where groups that are not on record have no listener, on
   * finding them; or not at all where the caller has spent it.
   *
   * @param recorded the target groups on record, if there are any
   * @param ports those of instances
   * @param spare whether a call is left for cross-zone load balancing
   */
  public Balancing of(
      String databaseArn,
      @Nullable TargetGroups recorded,
      List<InstancePort> ports,
      boolean spare) {
    // All of the account and region: how many there are is a quota of AWS's.
    List<LoadBalancer> all = LookUp.networkLoadBalancers(elb);
    Optional<LoadBalancer> found = own(all, databaseArn);
    List<ListenerSeen> listeners =
        found.map(each -> listeners(each.loadBalancerArn())).orElse(List.of());
    Optional<TargetGroups> known =
        recorded == null ? led(databaseArn, listeners) : Optional.of(recorded);
    Optional<TargetGroups> groups = known.isPresent() ? known : named(databaseArn);
    Optional<GroupSeen> writers =
        groups.flatMap(both -> group(both.writerArn(), GroupAttributes.WRITER));
    Optional<GroupSeen> readers =
        groups.flatMap(both -> group(both.readerArn(), GroupAttributes.READER));
    List<GroupSeen> instances =
        ports.stream()
            .flatMap(each -> Stream.ofNullable(each.groupArn()))
            .flatMap(arn -> group(arn, GroupAttributes.INSTANCE).stream())
            .toList();
    List<String> arns =
        Stream.of(
                Stream.of(
                        found.map(LoadBalancer::loadBalancerArn),
                        writers.map(GroupSeen::arn),
                        readers.map(GroupSeen::arn))
                    .flatMap(Optional::stream),
                instances.stream().map(GroupSeen::arn))
            .flatMap(each -> each)
            .toList();
    Map<String, Map<String, String>> tagged = tags.of(arns);
    // What no listener leads to is never healthy, however it checks.
    Optional<Map<String, List<String>>> spent =
        known.isPresent() ? otherChecks(Stream.of(writers, readers)) : Optional.of(Map.of());
    Map<String, List<String>> checks = spent.orElse(Map.of());
    return new Balancing(
        all.size(),
        found.map(
            each ->
                seen(
                    each,
                    owns(tagged, each.loadBalancerArn(), databaseArn),
                    (spent.isPresent() || !spare)
                        ? null
                        : LoadBalancers.crossZone(elb, each.loadBalancerArn()))),
        listeners,
        writers.map(each -> owned(each, owns(tagged, each.arn(), databaseArn), checks)),
        readers.map(each -> owned(each, owns(tagged, each.arn(), databaseArn), checks)),
        instances.stream()
            .map(each -> owned(each, owns(tagged, each.arn(), databaseArn), Map.of()))
            .toList());
  }

  private static Optional<LoadBalancer> own(List<LoadBalancer> all, String databaseArn) {
    String name = Names.loadBalancer(databaseArn);
    return all.stream().filter(each -> name.equals(each.loadBalancerName())).findFirst();
  }

  /** Groups that are not on record, by the names of those that listeners lead to. */
  private static Optional<TargetGroups> led(String databaseArn, List<ListenerSeen> listeners) {
    List<String> arns =
        listeners.stream().flatMap(each -> each.groupArns().stream()).distinct().toList();
    return named(arns, Names.writerGroup(databaseArn))
        .flatMap(
            writer ->
                named(arns, Names.readerGroup(databaseArn))
                    .map(reader -> new TargetGroups(writer, reader)));
  }

  private static Optional<String> named(List<String> arns, String name) {
    return arns.stream().filter(arn -> Names.named(arn, name)).findFirst();
  }

  private static boolean owns(
      Map<String, Map<String, String>> tagged, String arn, String databaseArn) {
    return Ownership.owns(tagged.getOrDefault(arn, Map.of()), databaseArn);
  }

  private static GroupSeen owned(
      GroupSeen group, boolean ours, Map<String, List<String>> otherChecks) {
    List<String> differing =
        Stream.of(group.differing(), otherChecks.getOrDefault(group.arn(), List.of()))
            .flatMap(List::stream)
            .toList();
    return new GroupSeen(group.arn(), ours, differing, group.targets());
  }

  /** How groups check in which nobody passes: that may be why. Empty if somebody does in each. */
  private Optional<Map<String, List<String>>> otherChecks(Stream<Optional<GroupSeen>> groups) {
    List<String> sick =
        groups
            .flatMap(Optional::stream)
            .filter(group -> group.targets().stream().noneMatch(TargetState::passes))
            .map(GroupSeen::arn)
            .toList();
    return sick.isEmpty()
        ? Optional.empty()
        : Optional.of(
            elb.describeTargetGroups(r -> r.targetGroupArns(sick)).targetGroups().stream()
                .collect(
                    Collectors.toMap(group -> group.targetGroupArn(), GroupSettings::otherChecks)));
  }

  private static LoadBalancerSeen seen(
      LoadBalancer found, boolean ours, @Nullable Boolean crossZone) {
    return new LoadBalancerSeen(
        found.loadBalancerArn(),
        found.state().codeAsString(),
        String.valueOf(found.schemeAsString()),
        found.vpcId(),
        found.availabilityZones().stream().map(AvailabilityZone::zoneName).sorted().toList(),
        found.securityGroups(),
        String.valueOf(found.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic()),
        crossZone,
        ours);
  }

  private List<ListenerSeen> listeners(String loadBalancerArn) {
    return LookUp.listeners(elb, loadBalancerArn).stream()
        .map(
            listener ->
                new ListenerSeen(
                    listener.listenerArn(),
                    listener.port(),
                    String.valueOf(listener.protocolAsString()),
                    Forward.groups(listener)))
        .toList();
  }

  /** Whoever bears the names, ours or not: as the tags say later. */
  private Optional<TargetGroups> named(String databaseArn) {
    Map<String, String> arns =
        elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream()
            .collect(
                Collectors.toMap(
                    group -> group.targetGroupName(), group -> group.targetGroupArn()));
    String writer = arns.get(Names.writerGroup(databaseArn));
    String reader = arns.get(Names.readerGroup(databaseArn));
    return writer == null || reader == null
        ? Optional.empty()
        : Optional.of(new TargetGroups(writer, reader));
  }

  private Optional<GroupSeen> group(String arn, Map<String, String> wanted) {
    try {
      Map<String, String> there =
          Pairs.of(
              elb.describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes(),
              TargetGroupAttribute::key,
              TargetGroupAttribute::value);
      List<String> differing =
          wanted.entrySet().stream()
              .filter(each -> !each.getValue().equals(there.get(each.getKey())))
              .map(each -> each.getKey() + "=" + there.get(each.getKey()))
              .sorted()
              .toList();
      return Optional.of(new GroupSeen(arn, false, differing, targets.of(arn)));
    } catch (TargetGroupNotFoundException deleted) {
      return Optional.empty();
    }
  }
}
