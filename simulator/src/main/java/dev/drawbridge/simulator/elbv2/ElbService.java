package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkLoadBalancers;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import dev.drawbridge.simulator.network.LoadBalancing;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Probe;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** Elastic Load Balancing, and what other services may ask of it. */
public final class ElbService {
  private final ElbState state;
  private final LoadBalancers loadBalancers;
  private final Registrations registrations;

  /**
   * An Elastic Load Balancing without any load balancer.
   *
   * @param ec2 where its nodes have their interfaces
   * @param probe what health checks are made with
   */
  public ElbService(Network network, ElbSettings settings, Ec2Service ec2, Probe probe) {
    this.state = new ElbState(network, settings, ec2, probe);
    HealthChecks checks = new HealthChecks(state);
    this.loadBalancers = new LoadBalancers(state, checks);
    this.registrations = new Registrations(state, checks);
  }

  /** The operations behind the door. */
  public Service service() {
    List<Operation<?, ?>> operations = new ArrayList<>(loadBalancerOperations());
    operations.addAll(targetGroupOperations());
    operations.addAll(listenerOperations());
    return new Service(
        "elasticloadbalancing",
        Protocol.QUERY,
        "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
        operations);
  }

  /** From now on callers may call as often as this says. */
  public void throttle(ElbThrottling throttling) {
    state.throttle.set(throttling);
  }

  /** The load balancers that PrivateLink may stand on. */
  public NetworkLoadBalancers networkLoadBalancers() {
    return loadBalancers;
  }

  /** The load balancers for the data path. */
  public LoadBalancing loadBalancing() {
    return new Nodes(state);
  }

  /**
   * A load balancer loses its node in a subnet, as nobody can make it by the API while endpoints
   * use it: as if it had been made before the database came to that zone.
   */
  public void loseNode(String loadBalancerArn, String subnetId, Caller caller) {
    LoadBalancerRecord whole = state.loadBalancers.require(loadBalancerArn, caller);
    List<SubnetRecord> rest =
        whole.nodes().stream()
            .map(NetworkInterfaceRecord::subnet)
            .filter(subnet -> !subnet.id().equals(subnetId))
            .toList();
    loadBalancers.placeNodes(whole, rest, List.of());
  }

  /**
   * A load balancer goes on routing, but AWS has not what it takes to scale it; or has it again.
   *
   * @param is whether it shows that from now on
   */
  public void impaired(String loadBalancerArn, boolean is) {
    if (is) {
      state.impaired.add(loadBalancerArn);
    } else {
      state.impaired.remove(loadBalancerArn);
    }
  }

  /**
   * AWS takes no further load balancer in a zone; or takes them again.
   *
   * @param zone its name
   * @param is whether it is constrained from now on
   */
  public void constrained(String zone, boolean is) {
    if (is) {
      state.constrained.add(zone);
    } else {
      state.constrained.remove(zone);
    }
  }

  /** Every port that some load balancer listens on. */
  public Set<Integer> listenerPorts() {
    return state.listeners.where(each -> true).stream()
        .map(ListenerRecord::port)
        .collect(Collectors.toSet());
  }

  /** The groups that a listener forwards to with a weight, as the API shows it. */
  public List<String> forwards(String loadBalancerName, int port) {
    String name = "/" + loadBalancerName + "/";
    return state.loadBalancers.where(each -> each.arn().contains(name)).stream()
        .flatMap(each -> state.listenersOf.of(each.arn()).stream())
        .filter(each -> each.port() == port)
        .flatMap(listener -> listener.forward().stream())
        .filter(share -> share.weight() > 0)
        .map(Share::targetGroupArn)
        .toList();
  }

  /** Whether the caller's account has a load balancer in the region. */
  public boolean hasLoadBalancer(Caller caller) {
    return !state.loadBalancers.of(caller).isEmpty();
  }

  /** The tags of a resource, by key. */
  public Map<String, String> tags(String arn) {
    return Map.copyOf(state.tags(arn));
  }

  /** The targets that are registered in a group now; those that drain are not among them. */
  public List<TargetDescription> registered(String targetGroupArn) {
    return state.targetsOf(targetGroupArn).stream()
        .filter(target -> target.phase().registered())
        .map(RegisteredTarget::key)
        .map(key -> TargetDescription.builder().id(key.ip()).port(key.port()).build())
        .toList();
  }

  private List<Operation<?, ?>> loadBalancerOperations() {
    return List.of(
        new CreateLoadBalancer(state, loadBalancers),
        new DescribeLoadBalancers(state),
        new DeleteLoadBalancer(state, loadBalancers),
        new SetSecurityGroups(state, loadBalancers),
        new SetSubnets(state, loadBalancers, registrations),
        new DescribeLoadBalancerAttributes(state),
        new ModifyLoadBalancerAttributes(state));
  }

  private List<Operation<?, ?>> targetGroupOperations() {
    return List.of(
        new DescribeTargetGroupAttributes(state),
        new ModifyTargetGroupAttributes(state),
        new CreateTargetGroup(state),
        new DescribeTargetGroups(state),
        new ModifyTargetGroup(state),
        new DeleteTargetGroup(state),
        new RegisterTargets(state, registrations),
        new DeregisterTargets(state, registrations),
        new DescribeTargetHealth(state));
  }

  private List<Operation<?, ?>> listenerOperations() {
    return List.of(
        new DescribeListenerAttributes(state),
        new ModifyListenerAttributes(state),
        new CreateListener(state, registrations),
        new DescribeListeners(state),
        new ModifyListener(state, registrations),
        new DeleteListener(state),
        new AddTags(state),
        new RemoveTags(state),
        new DescribeTags(state),
        new DescribeAccountLimits(state));
  }
}
