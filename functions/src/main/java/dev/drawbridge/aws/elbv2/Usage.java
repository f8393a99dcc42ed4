package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** How many of each thing there are in the account and region, whoever made them. */
public final class Usage {
  private final ElasticLoadBalancingV2Client elb;

  public Usage(Clients clients) {
    this.elb = clients.elb();
  }

  /**
   * How many there are.
   *
   * @param ours how many of them are the database's own
   */
  public record Count(int all, int ours) {}

  /**
   * Network load balancers; the other types have quotas of their own.
   *
   * @param ownArns of the database's own, if it is there
   * @param ownSubnetIds where that stands
   */
  public record Balancers(Count count, List<String> ownArns, Set<String> ownSubnetIds) {
    /** Keeps copies. */
    public Balancers {
      ownArns = List.copyOf(ownArns);
      ownSubnetIds = Set.copyOf(ownSubnetIds);
    }
  }

  /** Those that there are. */
  public Balancers loadBalancers(String databaseArn) {
    List<LoadBalancer> found = LookUp.networkLoadBalancers(elb);
    String name = Names.loadBalancer(databaseArn);
    List<LoadBalancer> own =
        found.stream().filter(each -> name.equals(each.loadBalancerName())).toList();
    return new Balancers(
        count(found.size(), own.size()),
        own.stream().map(LoadBalancer::loadBalancerArn).toList(),
        own.stream()
            .flatMap(each -> each.availabilityZones().stream())
            .map(AvailabilityZone::subnetId)
            .collect(Collectors.toSet()));
  }

  /** Those by role, and those of instances. */
  public Count targetGroups(String databaseArn, List<InstancePort> ports) {
    List<String> names =
        Stream.concat(
                Stream.of(Names.writerGroup(databaseArn), Names.readerGroup(databaseArn)),
                ports.stream().map(each -> Names.instanceGroup(databaseArn, each.identifier())))
            .toList();
    List<String> found =
        elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream()
            .map(TargetGroup::targetGroupName)
            .toList();
    return count(found.size(), found.stream().filter(names::contains).count());
  }

  /**
   * Passes if no port is taken by anybody else. Calls: none without a port or a load balancer; else
   * 1.
   *
   * @throws Conflict naming the first one that is
   */
  public void requireFree(Balancers balancers, List<InstancePort> ports) {
    if (ports.isEmpty()) {
      return;
    }
    List<Listener> listeners =
        balancers.ownArns().stream().flatMap(arn -> LookUp.listeners(elb, arn).stream()).toList();
    for (InstancePort each : ports) {
      listeners.stream()
          .filter(listener -> listener.port() == each.port())
          // Our own listeners make room for each other.
          .filter(
              listener ->
                  Forward.of(listener).stream().map(Forward::groupArn).noneMatch(Names::ofGroup))
          .findFirst()
          .ifPresent(
              taken -> {
                throw new Conflict(
                    "port %d, which instance %s would get, is taken by listener %s, which leads elsewhere; delete it, or set another firstInstancePort"
                        .formatted(each.port(), each.identifier(), taken.listenerArn()));
              });
    }
  }

  private static Count count(int all, long ours) {
    return new Count(all, Math.toIntExact(ours));
  }
}
