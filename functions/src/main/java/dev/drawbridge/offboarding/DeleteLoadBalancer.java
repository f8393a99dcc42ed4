package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;

/** Takes down the load balancer; its listeners go with it. */
public final class DeleteLoadBalancer extends Worker<DeleteLoadBalancer.Input, TornDown> {
  /** Input of DeleteLoadBalancer. */
  public record Input(String databaseArn) {}

  private final Holds holds;
  private final LoadBalancers loadBalancers;

  public DeleteLoadBalancer() {
    this(Environment.lambda());
  }

  public DeleteLoadBalancer(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.loadBalancers = new LoadBalancers(environment.clients());
  }

  @Override
  public TornDown handle(Input input) {
    holds.require(input.databaseArn());
    loadBalancers.delete(input.databaseArn());
    return new TornDown("load balancer");
  }
}
