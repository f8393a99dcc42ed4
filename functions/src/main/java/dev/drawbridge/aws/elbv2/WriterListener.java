package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.WriterGroup;
import dev.drawbridge.model.WriterRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The listener of the writer's port, and the groups that it shares connections among. */
public final class WriterListener {
  private final ElasticLoadBalancingV2Client elb;
  private final Groups groups;
  private final Targets targets;

  /** Listeners of the account and region of the clients. */
  public WriterListener(Clients clients) {
    this.elb = clients.elb();
    this.groups = new Groups(clients);
    this.targets = new Targets(clients);
  }

  /**
   * Where the writer's port of a database leads. Calls: 3, and 1 for each group for writers.
   *
   * @throws Conflict if the database is not exposed
   */
  public WriterRoute route(String databaseArn) {
    OwnedGroups ours = groups.owned(databaseArn);
    List<String> arns = ours.writers().stream().map(TargetGroup::targetGroupArn).toList();
    Listener listener =
        ours.loadBalancerArn()
            .flatMap(loadBalancer -> listener(loadBalancer, arns))
            .orElseThrow(
                () ->
                    new Conflict(
                        "%s is not exposed: no listener forwards to a group for its writer"
                            .formatted(databaseArn)));
    Map<String, Integer> weights =
        Forward.of(listener).stream().collect(Collectors.toMap(Forward::groupArn, Forward::weight));
    List<WriterGroup> all =
        arns.stream()
            .map(
                arn ->
                    new WriterGroup(
                        arn,
                        weights.containsKey(arn),
                        weights.getOrDefault(arn, 0),
                        targets.of(arn)))
            .toList();
    return new WriterRoute(listener.listenerArn(), all, ours.wanted());
  }

  /** Forwards all new connections to one of the groups. Calls: 1. */
  public void forwardAll(String listenerArn, String chosenArn, List<String> groupArns) {
    elb.modifyListener(
        r -> r.listenerArn(listenerArn).defaultActions(Forward.allTo(chosenArn, groupArns)));
  }

  private Optional<Listener> listener(String loadBalancerArn, List<String> groupArns) {
    return elb
        .describeListenersPaginator(r -> r.loadBalancerArn(loadBalancerArn))
        .listeners()
        .stream()
        .filter(
            listener ->
                Forward.of(listener).stream()
                    .anyMatch(forward -> groupArns.contains(forward.groupArn())))
        .findFirst();
  }
}
