package dev.drawbridge.lab.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What of the scenarios needs nothing but Step Functions' API of the engine. */
@Tag("engine")
class ScenariosEngineIT {
  private final EngineWorld world;

  ScenariosEngineIT() throws IOException {
    world = new EngineWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_consumer_is_onboarded_after_a_yes_and_waits_for_the_load_balancer_are_retried() {
    String run = world.onboard();
    VpcEndpoint endpoint = world.createEndpoint();
    world.approve(world.question());
    succeeded(world.end(run));
    assertThat(writes(world.through(endpoint))).isInstanceOf(Reached.class);
    // NotReady until the load balancer is active: the state was tried more than once.
    assertThat(world.calls("elasticloadbalancing:DescribeLoadBalancers")).isGreaterThan(2);
  }

  @Test
  void a_denial_ends_the_run_and_rejects_the_endpoint() {
    String run = world.onboard();
    VpcEndpoint endpoint = world.createEndpoint();
    world.approver().deny(world.question());
    assertThat(world.end(run).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(world.scenario().consumer().endpoint(endpoint.vpcEndpointId()).stateAsString())
        .isEqualTo("rejected");
  }

  @Test
  void a_failed_child_ends_the_run_whose_cause_names_the_child_and_says_why() {
    world
        .scenario()
        .world()
        .faults()
        .plan("elasticloadbalancing:RegisterTargets", Fault.ACCESS_DENIED, 1000);
    DescribeExecutionResponse run = world.end(world.onboard());
    DescribeExecutionResponse child = world.latestRefresh();
    assertThat(child.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(child.input()).contains(world.database().name());
    assertThat(run.error()).isEqualTo("BrokenOff");
    assertThat(run.cause()).contains(child.executionArn()).contains(child.cause());
    assertThat(world.approver().invitations()).isEmpty();
  }

  @Test
  void a_failover_is_followed_by_a_refresh() {
    String run = world.onboard();
    VpcEndpoint endpoint = world.createEndpoint();
    world.approve(world.question());
    succeeded(world.end(run));
    Exposure path = world.through(endpoint);
    var scheduler = world.scenario().world().scheduler();
    Set<String> before = scheduler.exclusively(() -> path.roles().writeTargets());
    Optional<String> shown = scheduler.exclusively(this::shownWriter);
    scheduler.exclusively(
        () -> world.scenario().world().rds().failover(world.database(), Optional.empty()));
    // Whoever starts a run by hand has seen in RDS that there is another writer.
    scheduler.await(() -> !shownWriter().equals(shown), java.time.Duration.ofMinutes(1));
    succeeded(world.end(world.refresh()));
    assertThat(scheduler.exclusively(path::writerGroup))
        .isEqualTo(scheduler.exclusively(() -> path.roles().writeTargets()))
        .isNotEqualTo(before);
  }

  private Optional<String> shownWriter() {
    return world.scenario().world().rds().cluster(world.database()).shownWriter();
  }

  private Object writes(Exposure path) {
    return world.scenario().world().scheduler().exclusively(path::connectToWrite);
  }

  private static void succeeded(DescribeExecutionResponse run) {
    assertThat(run.status())
        .as("%s: %s", run.error(), run.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
