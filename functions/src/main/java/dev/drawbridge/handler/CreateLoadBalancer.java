package dev.drawbridge.handler;

import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.model.CreateLoadBalancerInput;
import dev.drawbridge.model.LoadBalancer;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the load balancer and waits until it is active. Calls: 2 to order it, 1 a try while it is
 * provisioning; when it is active 3, and 1 for each setting that differs.
 */
public final class CreateLoadBalancer extends Worker<CreateLoadBalancerInput, LoadBalancer> {
  private final LoadBalancers loadBalancers;

  /** In Lambda. */
  public CreateLoadBalancer() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateLoadBalancer(Environment environment) {
    super(CreateLoadBalancerInput.class);
    this.loadBalancers = new LoadBalancers(environment.clients());
  }

  @Override
  public LoadBalancer handle(CreateLoadBalancerInput input) {
    return loadBalancers.ensure(
        input.database(), input.securityGroupId(), input.enforceInboundRules().text());
  }
}
