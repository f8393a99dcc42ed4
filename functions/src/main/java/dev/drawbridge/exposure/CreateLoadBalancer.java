package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.LoadBalancer;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.Optional;

/**
 * Makes the load balancer and waits until it is active. Calls: 3 to order it, more where AWS
 * refuses a zone, 2 a try while it is provisioning; when it is active 4, and 1 for each setting
 * that differs and each zone that it lacks.
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

  /** A zone that was left out. */
  @Override
  protected Optional<String> remark(LoadBalancer output) {
    return Optional.of(output.leftOut())
        .filter(left -> !left.isEmpty())
        .map(left -> "zones left out: " + String.join("; ", left));
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
