package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** The group and the listener that each instance has of its own. */
public final class InstancePaths {
  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;
  private final GroupSettings settings;

  /** In the account and region of the clients. */
  public InstancePaths(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
    this.settings = new GroupSettings(elb);
  }

  /**
   * Group and listener of each, made if missing, moved if the listener stands at another port or
   * has another protocol. Calls: 3 to find what there is, 1 a group that is there; 3 for each
   * instance that has nothing.
   *
   * @param byRole ports of the reader's and the writer's listener, which may lead to an instance
   * @throws NotReady while the load balancer is not there
   * @throws Conflict if a port is taken by a listener that leads elsewhere, or a group is not ours
   */
  public List<InstancePort> ensure(
      Database database, List<InstancePort> ports, Collection<Integer> byRole) {
    String arn = database.arn();
    String balancer =
        LookUp.loadBalancer(elb, Names.loadBalancer(arn))
            .map(LoadBalancer::loadBalancerArn)
            .orElseThrow(() -> new NotReady("database %s has no load balancer".formatted(arn)));
    List<Listener> listeners =
        LookUp.listeners(elb, balancer).stream()
            .filter(listener -> !byRole.contains(listener.port()))
            .toList();
    Map<String, TargetGroup> groups = groups(arn, ports);
    // All are compared before one is made: a conflict must leave nothing behind.
    ports.forEach(each -> requireFree(each, listeners, groups));
    List<InstancePort> built = new ArrayList<>();
    for (InstancePort each : ports) {
      String group = group(database, each, groups);
      built.add(each.built(group, listener(arn, balancer, each, group, listeners)));
    }
    return built;
  }

  /**
   * Takes down listener and group. Calls: 2.
   *
   * @return false if the group has to stay, since another listener leads there
   */
  public boolean remove(String databaseArn, InstancePort gone) {
    String listener = gone.listenerArn();
    if (listener != null) {
      try {
        Deletion.of(() -> elb.deleteListener(r -> r.listenerArn(listener)), () -> isGone(listener));
      } catch (ListenerNotFoundException before) {
        // It went in an earlier try, or with somebody else.
      }
    }
    for (TargetGroup group : groups(databaseArn, List.of(gone)).values()) {
      try {
        elb.deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
      } catch (ResourceInUseException inUse) {
        return false;
      }
    }
    return true;
  }

  /** Leads a listener to one group; false if that has been deleted. Calls: 1. */
  public boolean lead(String listenerArn, String groupArn) {
    try {
      elb.modifyListener(r -> r.listenerArn(listenerArn).defaultActions(Forward.to(groupArn)));
      return true;
    } catch (TargetGroupNotFoundException gone) {
      return false;
    }
  }

  private boolean isGone(String listenerArn) {
    try {
      return elb.describeListeners(r -> r.listenerArns(listenerArn)).listeners().isEmpty();
    } catch (ListenerNotFoundException gone) {
      return true;
    }
  }

  /** Those that there are, by name; all of them bear our tags. */
  private Map<String, TargetGroup> groups(String databaseArn, List<InstancePort> ports) {
    List<String> names = ports.stream().map(each -> name(databaseArn, each)).toList();
    Map<String, TargetGroup> found =
        elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream()
            .filter(group -> names.contains(group.targetGroupName()))
            .collect(Collectors.toMap(TargetGroup::targetGroupName, group -> group));
    tags.require(
        found.values().stream().map(TargetGroup::targetGroupArn).sorted().toList(), databaseArn);
    return found;
  }

  private static String name(String databaseArn, InstancePort each) {
    return Names.instanceGroup(databaseArn, each.identifier());
  }

  private static void requireFree(
      InstancePort each, List<Listener> listeners, Map<String, TargetGroup> groups) {
    listeners.stream()
        .filter(listener -> listener.port() == each.port())
        .filter(
            listener ->
                groups.values().stream()
                    .noneMatch(group -> Forward.leads(listener, group.targetGroupArn())))
        .findFirst()
        .ifPresent(
            taken -> {
              throw new Conflict(
                  "port %d of instance %s is taken by a listener that leads elsewhere: %s; delete it, or set another firstInstancePort"
                      .formatted(each.port(), each.identifier(), taken.listenerArn()));
            });
  }

  private String group(Database database, InstancePort each, Map<String, TargetGroup> groups) {
    String name = name(database.arn(), each);
    return Optional.ofNullable(groups.get(name))
        .map(group -> settings.hold(group, database, GroupAttributes.INSTANCE))
        .orElseGet(
            () ->
                settings.create(
                    name,
                    database,
                    GroupAttributes.INSTANCE,
                    Ownership.tags(database.arn(), each.identifier())));
  }

  private String listener(
      String databaseArn,
      String balancer,
      InstancePort each,
      String group,
      List<Listener> listeners) {
    Optional<Listener> there =
        listeners.stream().filter(listener -> Forward.leads(listener, group)).findFirst();
    there
        .filter(found -> found.port() != each.port() || !Forward.plain(found))
        .ifPresent(
            found ->
                elb.modifyListener(
                    r ->
                        r.listenerArn(found.listenerArn())
                            .protocol(ProtocolEnum.TCP)
                            .port(each.port())));
    return there
        .map(Listener::listenerArn)
        .orElseGet(() -> create(databaseArn, balancer, each, group));
  }

  private String create(String databaseArn, String balancer, InstancePort each, String group) {
    return elb.createListener(
            r ->
                r.loadBalancerArn(balancer)
                    .protocol(ProtocolEnum.TCP)
                    .port(each.port())
                    .defaultActions(Forward.to(group))
                    .tags(ElbTags.of(Ownership.tags(databaseArn, each.identifier()))))
        .listeners()
        .getFirst()
        .listenerArn();
  }
}
