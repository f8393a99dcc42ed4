package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.exposure.ConsumerIngress;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Ends the approvals of a path, and takes those rules out of the load balancer's security group
 * that no other approval needs.
 */
public final class RemoveConsumerRules
    extends Worker<RemoveConsumerRules.Input, RemoveConsumerRules.Left> {
  /** Input of RemoveConsumerRules. */
  public record Input(OnboardingKey key, List<String> securityGroupIds, String executionArn) {
    /** Keeps a copy. */
    public Input {
      securityGroupIds = List.copyOf(securityGroupIds);
    }
  }

  /**
   * Output of RemoveConsumerRules, for the history.
   *
   * @param rules how many rules the approvals of the others need
   */
  public record Left(int rules) {}

  private final Holds holds;
  private final LiveApprovals live;
  private final LoadBalancers loadBalancers;
  private final ConsumerIngress ingress;

  public RemoveConsumerRules() {
    this(Environment.lambda());
  }

  public RemoveConsumerRules(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.live = Stores.liveApprovals(environment);
    this.loadBalancers = new LoadBalancers(environment.clients());
    this.ingress = new ConsumerIngress(environment);
  }

  @Override
  public Left handle(Input input) {
    holds.require(input.key().databaseArn());
    OnboardingKey key = input.key();
    live.endAll(key);
    int rules = 0;
    for (String group : input.securityGroupIds()) {
      rules +=
          ingress.apply(
              new ConsumerIngress.Entrance(
                  key.databaseArn(), group, loadBalancers.ports(key.databaseArn())),
              input.executionArn());
    }
    return new Left(rules);
  }
}
