package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.LoadBalancer;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the load balancer and waits until it is active. Calls: 2 to order it, 1 a try while it is
 * provisioning; when it is active 3, and 1 for each setting that differs.
 */
public final class CreateLoadBalancer extends Worker<CreateLoadBalancer.Input, LoadBalancer> {
  /**
   * Input of CreateLoadBalancer.
   *
   * @param enforceInboundRules whether security group rules apply to PrivateLink traffic
   */
  public record Input(Database database, String securityGroupId, Enforcement enforceInboundRules) {}

  private final LoadBalancers loadBalancers;

  /** In Lambda. */
  public CreateLoadBalancer() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateLoadBalancer(Environment environment) {
    super(Input.class);
    this.loadBalancers = new LoadBalancers(environment.clients());
  }

  @Override
  public LoadBalancer handle(Input input) {
    return loadBalancers.ensure(
        input.database(), input.securityGroupId(), input.enforceInboundRules().text());
  }
}
