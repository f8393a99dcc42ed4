package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.LoadBalancer;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the load balancer and waits until it is active. Calls: 3 to order it, 2 a try while it is
 * provisioning; when it is active 4, and 1 for each setting that differs.
 */
public final class CreateLoadBalancer extends Worker<CreateLoadBalancer.Input, LoadBalancer> {
  /** Input of CreateLoadBalancer. */
  public record Input(Database database, String securityGroupId) {}

  private final LoadBalancers loadBalancers;
  private final SettingsInForce settings;

  /** In Lambda. */
  public CreateLoadBalancer() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateLoadBalancer(Environment environment) {
    super(Input.class);
    this.loadBalancers = new LoadBalancers(environment.clients());
    this.settings = new SettingsInForce(environment);
  }

  @Override
  public LoadBalancer handle(Input input) {
    ExposureSettings inForce = settings.of(input.database().arn());
    return loadBalancers.ensure(
        input.database().andIn(inForce.subnetIds()),
        input.securityGroupId(),
        inForce.enforcement().text());
  }
}
