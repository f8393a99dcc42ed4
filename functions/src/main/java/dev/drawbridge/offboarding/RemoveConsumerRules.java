package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.elbv2.LoadBalancers;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.exposure.ConsumerIngress;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Ownership;
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
  public record Input(
      OnboardingKey key,
      List<String> securityGroupIds,
      List<String> untagged,
      String executionArn) {
    /** Keeps copies. */
    public Input {
      securityGroupIds = List.copyOf(securityGroupIds);
      // Null in what runs of an earlier release say.
      untagged = untagged == null ? List.of() : List.copyOf(untagged);
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
    requireAllTagged(input.untagged());
    return new Left(rules);
  }

  /** After all that may be closed: what may not be keeps the end from being one. */
  private static void requireAllTagged(List<String> untagged) {
    if (!untagged.isEmpty()) {
      throw new Conflict(
          "%s lacks the tags by which Drawbridge knows what is its own, so that nothing was closed there; put %s and %s back, or delete it: the end is ordered again each hour"
              .formatted(String.join(", ", untagged), Ownership.MANAGED, Ownership.DATABASE));
    }
  }
}
