package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.exposure.ConsumerIngress;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Lets the addresses of all approved consumers reach the load balancer's listeners, and no others.
 * The addresses are read from the approvals, not from the state: nobody gets more than somebody
 * said yes to, and an endpoint that nobody approved ends the run as if it had been refused. A
 * consumer that asks for less than that gets less; see {@link WaitForConsumer}.
 */
public final class ApplyConsumerRules extends Worker<ApplyConsumerRules.Input, ConsumersAdmitted> {
  /**
   * Input of ApplyConsumerRules.
   *
   * @param subject what this run asks for
   */
  public record Input(
      ApprovalSubject subject,
      String loadBalancerSecurityGroupId,
      int readerPort,
      int writerPort,
      String executionArn) {}

  private final LiveApprovals live;
  private final Holds holds;
  private final ConsumerIngress ingress;

  public ApplyConsumerRules() {
    this(Environment.lambda());
  }

  public ApplyConsumerRules(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.live = Stores.liveApprovals(environment);
    this.ingress = new ConsumerIngress(environment);
  }

  @Override
  public ConsumersAdmitted handle(Input input) {
    ApprovalSubject subject = input.subject();
    holds.await(subject.key().databaseArn());
    LiveApproval found =
        live.find(subject.key(), subject.endpointId())
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "nobody has approved endpoint %s for %s, whatever the run was told; it gets nothing"
                            .formatted(subject.endpointId(), subject.key())));
    if (!found.subject().equals(subject) && LiveApprovalRules.covers(found.subject(), subject)) {
      live.put(new LiveApproval(subject, found.approvalId()));
    }
    return new ConsumersAdmitted(
        ingress.apply(
            new ConsumerIngress.Entrance(
                subject.key().databaseArn(),
                input.loadBalancerSecurityGroupId(),
                List.of(input.readerPort(), input.writerPort())),
            input.executionArn()));
  }
}
