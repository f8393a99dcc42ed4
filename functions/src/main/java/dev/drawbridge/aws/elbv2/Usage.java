package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
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
   * @param ownSubnetIds where the database's own stands
   */
  public record Balancers(Count count, Set<String> ownSubnetIds) {
    /** Keeps a copy. */
    public Balancers {
      ownSubnetIds = Set.copyOf(ownSubnetIds);
    }
  }

  /** Those that there are. */
  public Balancers loadBalancers(String databaseArn) {
    List<LoadBalancer> found =
        elb.describeLoadBalancersPaginator(r -> {}).loadBalancers().stream()
            .filter(each -> each.type() == LoadBalancerTypeEnum.NETWORK)
            .toList();
    String name = Names.loadBalancer(databaseArn);
    List<LoadBalancer> own =
        found.stream().filter(each -> name.equals(each.loadBalancerName())).toList();
    return new Balancers(
        count(found.size(), own.size()),
        own.stream()
            .flatMap(each -> each.availabilityZones().stream())
            .map(AvailabilityZone::subnetId)
            .collect(Collectors.toSet()));
  }

  public Count targetGroups(String databaseArn) {
    List<String> names = List.of(Names.writerGroup(databaseArn), Names.readerGroup(databaseArn));
    List<String> found =
        elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream()
            .map(TargetGroup::targetGroupName)
            .toList();
    return count(found.size(), found.stream().filter(names::contains).count());
  }

  private static Count count(int all, long ours) {
    return new Count(all, Math.toIntExact(ours));
  }
}
