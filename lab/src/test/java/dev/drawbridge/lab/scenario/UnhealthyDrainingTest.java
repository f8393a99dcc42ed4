package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Somebody has a reader that fails its checks keep its connections for an hour. */
class UnhealthyDrainingTest {
  private final Scenario scenario = Scenario.virtual(31);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
  private final ElasticLoadBalancingV2Client elb =
      scenario.installation().clientsOf("administrator").elb();

  @Test
  void a_refresh_that_adds_another_reader_does_not_wait_for_it() {
    orders.rds().addReader(orders.path().database());
    orders.pass(Duration.ofMinutes(15));
    String group = orders.path().readerGroupArn();
    keepConnections(group);
    String sick = orders.rds().instance(orders.path().database().named("orders-3")).address();
    scenario.world().network().hosts().close(sick, 5432);
    orders.pass(Duration.ofMinutes(1));
    assertThat(state(group, sick)).isEqualTo("unhealthy.draining");

    Refresh refresh = orders.refresh();

    assertThat(Duration.between(refresh.startedAt(), scenario.world().scheduler().now()))
        .isLessThan(Duration.ofMinutes(5));
    assertThat(orders.path().readerGroup()).hasSize(3).contains(sick);
  }

  private void keepConnections(String group) {
    List<TargetGroupAttribute> attributes =
        Map.of("connection_termination.enabled", "false", "draining_interval_seconds", "3600")
            .entrySet()
            .stream()
            .map(
                each ->
                    TargetGroupAttribute.builder()
                        .key("target_health_state.unhealthy." + each.getKey())
                        .value(each.getValue())
                        .build())
            .toList();
    elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(group).attributes(attributes));
  }

  private String state(String group, String address) {
    return elb
        .describeTargetHealth(r -> r.targetGroupArn(group))
        .targetHealthDescriptions()
        .stream()
        .filter(each -> address.equals(each.target().id()))
        .findFirst()
        .orElseThrow()
        .targetHealth()
        .stateAsString();
  }
}
