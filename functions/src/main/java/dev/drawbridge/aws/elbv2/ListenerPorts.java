package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.TargetGroups;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** The two listeners of a load balancer. */
public final class ListenerPorts {
  private final ElasticLoadBalancingV2Client elb;

  /** Listeners in the account and region of the clients. */
  public ListenerPorts(Clients clients) {
    this.elb = clients.elb();
  }

  /**
   * Both listeners, made if missing.
   *
   * @throws Conflict if a port is taken by a listener that forwards elsewhere
   */
  public Listeners ensure(Database database, String loadBalancerArn, TargetGroups groups) {
    List<Listener> existing =
        elb.describeListenersPaginator(r -> r.loadBalancerArn(loadBalancerArn)).listeners().stream()
            .filter(found -> loadBalancerArn.equals(found.loadBalancerArn()))
            .toList();
    // Both are compared before either is made: a conflict must leave nothing behind.
    Optional<String> reader = at(existing, "readerPort", database.readerPort(), groups.readerArn());
    Optional<String> writer = at(existing, "writerPort", database.writerPort(), groups.writerArn());
    return new Listeners(
        reader.orElseGet(
            () -> create(loadBalancerArn, database, database.readerPort(), groups.readerArn())),
        writer.orElseGet(
            () -> create(loadBalancerArn, database, database.writerPort(), groups.writerArn())));
  }

  private static Optional<String> at(
      List<Listener> existing, String field, int port, String groupArn) {
    for (Listener listener : existing) {
      boolean same = forwardsTo(listener, groupArn);
      if (listener.port() == port && !same) {
        throw new Conflict(
            "%s %d is taken by a listener that forwards elsewhere".formatted(field, port));
      }
      if (listener.port() != port && same) {
        throw new Conflict(
            "%s is %d, but the database is exposed on port %d already; consumers share the ports"
                .formatted(field, port, listener.port()));
      }
      if (same) {
        return Optional.of(listener.listenerArn());
      }
    }
    return Optional.empty();
  }

  private static boolean forwardsTo(Listener listener, String groupArn) {
    return Forward.of(listener).stream().anyMatch(forward -> forward.groupArn().equals(groupArn));
  }

  private String create(String loadBalancerArn, Database database, int port, String groupArn) {
    Action forward = Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(groupArn).build();
    return elb.createListener(
            r ->
                r.loadBalancerArn(loadBalancerArn)
                    .protocol(ProtocolEnum.TCP)
                    .port(port)
                    .defaultActions(forward)
                    .tags(ElbTags.ours(database.arn())))
        .listeners()
        .getFirst()
        .listenerArn();
  }
}
