package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** The path of an Aurora cluster follows its writer and its readers. */
class FailoverTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scenario scenario = Scenario.virtual(7);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
  private final DbId cluster = orders.path().database();

  @Test
  void after_a_failover_new_writes_reach_the_new_writer_and_reads_all_readers() {
    Optional<String> before = orders.path().roles().writer();
    orders.rds().failover(cluster, Optional.empty());
    orders.pass(MINUTE.multipliedBy(4));
    assertThat(orders.path().roles().writer()).isNotEqualTo(before);
    assertThat(orders.path().writes()).as("nobody has refreshed yet").isFalse();
    Refresh refresh = orders.refresh();
    assertThat(refresh.output().path("switchedAt").isTextual()).isTrue();
    assertThat(refresh.output().path("settledAt").isTextual()).isTrue();
    orders.assertFollowed();
  }

  @Test
  void a_refresh_without_a_change_changes_nothing_and_does_not_wait() {
    Refresh refresh = orders.refresh();
    assertThat(refresh.output().path("changes")).isEmpty();
    assertThat(Duration.between(refresh.startedAt(), scenario.world().scheduler().now()))
        .isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void failing_back_to_an_address_that_still_drains_registers_it_again() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    String draining = orders.path().roles().writer().orElseThrow();
    assertThat(orders.path().readerGroup()).doesNotContain(draining);
    orders.rds().failover(cluster, Optional.of("orders-1"));
    orders.pass(MINUTE);
    orders.refresh();
    assertThat(orders.path().roles().readers()).contains(draining);
    orders.pass(MINUTE.multipliedBy(2));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void a_run_that_waits_for_health_notices_a_second_failover_at_its_next_try() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    reaches(refresh, "CheckTargets");
    orders.rds().failover(cluster, Optional.of("orders-3"));
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(refresh.output().path("rounds").asInt()).isGreaterThan(1);
    assertThat(orders.path().writerGroup()).isEqualTo(orders.path().roles().writeTargets());
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void a_target_that_somebody_adds_while_a_run_waits_is_taken_out_by_it() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    reaches(refresh, "CheckTargets");
    ByHand.register(scenario, orders.path().writerGroupArn(), "127.10.1.250", IntStream.of(3306));
    orders.pass(MINUTE.multipliedBy(6));
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(orders.path().writerGroup()).doesNotContain("127.10.1.250");
    orders.assertFollowed();
  }

  @Test
  void a_target_that_somebody_takes_out_while_a_run_waits_is_put_back_by_it() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    reaches(refresh, "CheckTargets");
    String writer = orders.path().roles().writer().orElseThrow();
    TargetDescription out = TargetDescription.builder().id(writer).port(3306).build();
    scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .deregisterTargets(r -> r.targetGroupArn(orders.path().writerGroupArn()).targets(out));
    orders.pass(MINUTE.multipliedBy(7));
    assertThat(refresh.ended()).isTrue();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void a_run_that_waits_for_health_notices_that_a_reader_has_been_stopped() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    reaches(refresh, "CheckTargets");
    orders.rds().stop(cluster.named("orders-3"));
    // Nobody leaves a mark here: once a minute the truth is read without one.
    orders.pass(Duration.ofSeconds(90));
    assertThat(refresh.statesEntered()).containsOnlyOnce("GoRound");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  /** The servers of a lost zone were dark for hours, and RDS called some available. */
  @Test
  void a_reader_that_is_dark_keeps_no_new_writer_among_the_readers() {
    goesDark("orders-3");
    assertThat(orders.startRefresh().end()).isEqualTo(Status.SUCCEEDED);
    assertNoWriterAmongReaders();
  }

  @Test
  void a_former_writer_that_is_dark_is_told_once_and_then_does_neither() {
    goesDark("orders-1");
    Refresh first = orders.startRefresh();
    assertThat(first.end()).isEqualTo(Status.FAILED);
    assertThat(first.cause()).contains("after PT10M: not all of", "unhealthy");
    assertThat(orders.startRefresh().end()).isEqualTo(Status.SUCCEEDED);
    assertNoWriterAmongReaders();
  }

  /** It is left before a run begins; RDS goes on to call it available. */
  private void goesDark(String name) {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    orders.rds().stop(cluster.named(name));
    orders.rds().status(cluster.named(name), "available");
    orders.pass(MINUTE);
  }

  private void assertNoWriterAmongReaders() {
    String writer = orders.path().roles().writer().orElseThrow();
    assertThat(orders.path().writerGroup()).containsExactly(writer);
    assertThat(orders.path().readerGroup()).hasSize(2).doesNotContain(writer);
  }

  @Test
  void a_reader_that_is_back_right_before_it_would_be_taken_away_stays() {
    DbId back = cluster.named("orders-3");
    orders.rds().status(cluster.named("orders-2"), "stopped");
    orders.rds().status(back, "stopped");
    Refresh refresh = orders.startRefresh();
    scenario
        .world()
        .scheduler()
        .await(
            () -> refresh.statesEntered().contains("DeregisterStaleTargets"),
            MINUTE.multipliedBy(5));
    orders.rds().status(back, "available");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    String address = orders.rds().instance(back).address();
    assertThat(orders.path().readerGroup()).containsExactly(address);
    assertThat(refresh.output().path("changes").toString())
        .doesNotContain("reader group - " + address);
  }

  @Test
  void a_run_that_waits_for_a_host_that_its_instance_has_left_goes_round() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    reaches(refresh, "CheckTargets");
    orders.rds().replaceHost(cluster.named("orders-3"));
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(refresh.output().path("rounds").asInt()).isGreaterThan(1);
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void without_readers_reads_go_to_the_writer_until_a_reader_is_back() {
    orders.rds().stop(cluster.named("orders-2"));
    orders.rds().stop(cluster.named("orders-3"));
    orders.refresh();
    assertThat(orders.path().readerGroup()).isEqualTo(orders.path().roles().writeTargets());
    orders.assertFollowed();
    orders.rds().start(cluster.named("orders-3"), false);
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    assertThat(orders.path().readerGroup()).hasSize(1);
    orders.pass(MINUTE.multipliedBy(6));
    orders.assertFollowed();
  }

  @Test
  void a_reader_that_auto_scaling_adds_serves_and_one_that_it_removes_does_not() {
    DbId third = orders.rds().addReader(cluster);
    orders.pass(MINUTE.multipliedBy(15));
    orders.refresh();
    assertThat(orders.path().readerGroup()).hasSize(3);
    orders.assertFollowed();
    orders.rds().remove(third);
    orders.refresh();
    assertThat(orders.path().readerGroup()).hasSize(2);
    orders.pass(MINUTE.multipliedBy(10));
    orders.assertFollowed();
  }

  @Test
  void of_two_runs_at_once_one_works_and_the_other_waits() {
    orders.rds().failover(cluster, Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    Refresh one = orders.startRefresh();
    Refresh two = orders.startRefresh();
    assertThat(one.end()).as(one::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(two.end()).as(two::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(List.of(changes(one), changes(two))).containsOnlyOnce(0);
    orders.assertFollowed();
  }

  @Test
  void without_a_writer_the_readers_follow_and_the_writer_group_is_left_alone() {
    String former = orders.path().roles().writer().orElseThrow();
    orders.rds().stop(cluster.named("orders-1"));
    orders.rds().stop(cluster.named("orders-2"));
    Refresh refresh = orders.refresh();
    assertThat(refresh.output().path("writer")).isEmpty();
    assertThat(orders.path().writerGroup()).containsExactly(former);
    assertThat(orders.path().readerGroup()).isEqualTo(orders.path().roles().readers()).hasSize(1);
  }

  private static int changes(Refresh refresh) {
    return refresh.output().path("changes").size();
  }

  private void reaches(Refresh refresh, String state) {
    scenario
        .world()
        .scheduler()
        .await(() -> refresh.statesEntered().contains(state), MINUTE.multipliedBy(5));
    orders.pass(Duration.ofSeconds(3));
    assertThat(refresh.statesEntered()).last().isEqualTo(state);
  }
}
