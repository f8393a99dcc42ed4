package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.model.Switching;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * AWS refuses to delete a target group for a while after a listener has let go of it (Terraform's
 * provider tries for two minutes); here another listener holds it.
 */
class GroupInUseTest {
  private final Scenario scenario = Scenario.virtual(13);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  private final ElasticLoadBalancingV2Client elb =
      scenario.installation().clientsOf("administrator").elb();

  @Test
  void the_way_back_to_classic_waits_until_a_group_can_be_deleted() {
    Refresh.start(scenario, "orders", Switching.WARM).end();
    String standby = orders.path().attachedWriterGroups().getLast();
    String holder = listenTo(standby);
    Refresh refresh = Refresh.start(scenario, "orders", Switching.CLASSIC);
    orders.pass(Duration.ofMinutes(2));
    assertThat(refresh.ended()).as(refresh::cause).isFalse();
    elb.deleteListener(r -> r.listenerArn(holder));
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(elb.describeTargetGroups().targetGroups())
        .noneMatch(group -> group.targetGroupArn().equals(standby));
    orders.assertFollowed();
  }

  private String listenTo(String groupArn) {
    String balancer = elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    Action forward = Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(groupArn).build();
    return elb.createListener(
            r ->
                r.loadBalancerArn(balancer)
                    .protocol(ProtocolEnum.TCP)
                    .port(9999)
                    .defaultActions(forward))
        .listeners()
        .getFirst()
        .listenerArn();
  }
}
