package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** How AWS has a database exposed of which no decision is on record. */
public final class ExposedPorts {
  private final ElasticLoadBalancingV2Client elb;

  /** In the account and region of the clients. */
  public ExposedPorts(Clients clients) {
    this.elb = clients.elb();
  }

  /**
   * What was found.
   *
   * @param readerPort null if there is no listener for readers
   * @param writerPort null if there is none for the writer
   */
  public record Found(
      Enforcement enforcement, @Nullable Integer readerPort, @Nullable Integer writerPort) {}

  /** Empty if the database has no load balancer of ours by name. Calls: 1 or 2. */
  public Optional<Found> of(String databaseArn) {
    return LookUp.loadBalancer(elb, Names.loadBalancer(databaseArn))
        .map(found -> read(found, databaseArn));
  }

  private Found read(LoadBalancer found, String databaseArn) {
    List<Listener> listeners = LookUp.listeners(elb, found.loadBalancerArn());
    boolean enforced =
        Enforcement.ON.text().equals(found.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic());
    return new Found(
        enforced ? Enforcement.ON : Enforcement.OFF,
        portTo(listeners, Names.readerGroup(databaseArn)),
        portTo(listeners, Names.writerGroup(databaseArn)));
  }

  private static @Nullable Integer portTo(List<Listener> listeners, String group) {
    return listeners.stream()
        .filter(
            listener ->
                Forward.of(listener).stream()
                    .anyMatch(forward -> Names.named(forward.groupArn(), group)))
        .findFirst()
        .map(Listener::port)
        .orElse(null);
  }
}
