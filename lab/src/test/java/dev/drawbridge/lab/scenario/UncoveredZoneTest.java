package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** A database whose writer stands in a zone that its load balancer does not have. */
class UncoveredZoneTest {
  private final Scenario scenario = Scenario.virtual(41);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
  private final Clients operator = scenario.installation().clientsOf("operator");

  @Test
  void a_writer_in_a_zone_without_load_balancer_is_named_with_its_zone_and_the_remedy() {
    String zone = moveWriterOutOfTheLoadBalancersZones();

    Refresh refresh = orders.startRefresh();

    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause())
        .contains(
            zone, "Target.NotInUse", "onboard-consumer", "a zone that the load balancer lacks");
    assertThat(orders.path().writes()).isFalse();
  }

  @Test
  void the_next_run_of_onboarding_adds_the_zone_and_writes_arrive_again() {
    String zone = moveWriterOutOfTheLoadBalancersZones();
    assertThat(orders.startRefresh().end()).isEqualTo(Status.FAILED);

    Encounter.start(
            scenario,
            scenario.consumer(),
            scenario.approver("grace@example.com"),
            RequestText.to("orders").with("consumerAccountId", "333333333333").json())
        .invited();

    assertThat(loadBalancer().availabilityZones())
        .extracting(AvailabilityZone::zoneName)
        .contains(zone);
    orders.await(orders.path()::writes, Duration.ofMinutes(10));
  }

  /** Returns the zone. */
  private String moveWriterOutOfTheLoadBalancersZones() {
    LoadBalancer whole = loadBalancer();
    var heir = orders.rds().servingReaders(orders.path().database()).getFirst();
    String subnet = heir.placement().node().subnet().id();
    scenario.world().elb().loseNode(whole.loadBalancerArn(), subnet, Scenario.PROVIDER);
    orders.rds().failover(orders.path().database(), Optional.of(heir.id().name()));
    orders.pass(Duration.ofMinutes(5));
    return heir.placement().node().subnet().zone();
  }

  private LoadBalancer loadBalancer() {
    return operator.elb().describeLoadBalancers().loadBalancers().getFirst();
  }
}
