package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFailoverTest {
  private final Rds rds = new Rds(3);
  private final DbId orders =
      rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));

  @Test
  void a_new_cluster_serves_at_its_names() {
    DbInstance writer = rds.service.instance(orders.named("orders-1"));

    assertThat(rds.address(rds.service.writerName(orders))).isEqualTo(writer.address());
    assertThat(rds.listens(writer.address(), 3306)).isTrue();
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue("orders-1");
    assertThat(rds.service.servingReaders(orders)).hasSize(2);
    assertThat(zonesOfMembers()).doesNotHaveDuplicates();
  }

  @Test
  void an_ordered_failover_moves_writer_api_names_and_tells_so() {
    rds.service.failover(orders, Optional.of("orders-2"));
    assertThat(rds.service.cluster(orders).status()).isEqualTo("failing-over");
    assertThat(rds.service.writer(orders)).isEmpty();

    rds.scheduler.pause(Duration.ofMinutes(5));

    DbInstance writer = rds.service.writer(orders).orElseThrow();
    assertThat(writer.id().name()).isEqualTo("orders-2");
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue("orders-2");
    assertThat(rds.service.cluster(orders).status()).isEqualTo("available");
    assertThat(rds.address(rds.service.writerName(orders))).isEqualTo(writer.address());
    assertThat(rds.service.servingReaders(orders))
        .extracting(i -> i.id().name())
        .containsExactlyInAnyOrder("orders-1", "orders-3");
    assertThat(rds.count("0073")).isEqualTo(1);
    assertThat(rds.count("0071")).isEqualTo(1);
    assertThat(rds.count("0385")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void the_completed_event_has_the_envelope_of_aws() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(5));

    assertThat(rds.events)
        .filteredOn(e -> e.contains("RDS-EVENT-0071"))
        .singleElement()
        .asString()
        .contains("\"detail-type\":\"RDS DB Cluster Event\"")
        .contains("\"source\":\"aws.rds\"")
        .contains("\"SourceType\":\"CLUSTER\"")
        .contains("\"SourceArn\":\"arn:aws:rds:eu-central-1:111111111111:cluster:orders\"")
        .contains("\"EventCategories\":[\"failover\"]")
        .contains("Completed failover to DB instance: orders-2");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void api_and_names_follow_the_writer_in_either_order(long seed) {
    Rds world = new Rds(seed);
    DbId id = world.setUp(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    world.service.failover(id, Optional.empty());
    world.scheduler.await(() -> world.service.writer(id).isPresent(), Duration.ofMinutes(2));

    String promoted = world.service.writer(id).orElseThrow().address();
    assertThat(world.service.cluster(id).shownWriter()).hasValue("orders-1");
    assertThat(world.address(world.service.writerName(id))).isNotEqualTo(promoted);
    world.scheduler.pause(Duration.ofSeconds(10));
    assertThat(world.service.cluster(id).shownWriter()).hasValue("orders-2");
    assertThat(world.address(world.service.writerName(id))).isEqualTo(promoted);
  }

  @Test
  void seeds_differ_in_which_tells_the_truth_first() {
    List<Boolean> apiFirst = new ArrayList<>();
    for (long seed = 0; seed < 30; seed++) {
      Rds world = new Rds(seed);
      DbId id = world.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "o").readers(1));
      world.service.failover(id, Optional.empty());
      String before = world.address(world.service.writerName(id));
      world.scheduler.await(
          () ->
              world.service.cluster(id).shownWriter().equals(Optional.of("o-2"))
                  || !world.address(world.service.writerName(id)).equals(before),
          Duration.ofMinutes(5));
      apiFirst.add(world.service.cluster(id).shownWriter().equals(Optional.of("o-2")));
    }
    assertThat(apiFirst).contains(true, false);
  }

  @Test
  void a_crash_is_noticed_and_a_reader_promoted_within_a_minute() {
    Instant start = rds.scheduler.now();
    rds.service.crash(orders.named("orders-1"));
    assertThat(rds.service.writer(orders)).isEmpty();

    rds.scheduler.await(() -> rds.service.writer(orders).isPresent(), Duration.ofMinutes(5));

    assertThat(Duration.between(start, rds.scheduler.now()))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
    rds.scheduler.pause(Duration.ofMinutes(5));
    assertThat(rds.service.servingReaders(orders)).hasSize(2);
  }

  @Test
  void a_writer_without_readers_comes_back_alone() {
    DbId lonely = rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "lonely"));
    String address = rds.service.instance(lonely.named("lonely-1")).address();

    rds.service.crash(lonely.named("lonely-1"));
    rds.scheduler.pause(Duration.ofSeconds(59));
    assertThat(rds.listens(address, 3306)).isFalse();
    rds.scheduler.pause(Duration.ofMinutes(11));

    assertThat(rds.service.writer(lonely).orElseThrow().address()).isEqualTo(address);
  }

  @Test
  void the_reader_name_leads_to_the_writer_when_no_reader_is_left() {
    rds.service.remove(orders.named("orders-2"));
    rds.service.remove(orders.named("orders-3"));
    rds.scheduler.pause(Duration.ofMinutes(20));

    assertThat(rds.service.cluster(orders).members()).containsExactly("orders-1");
    assertThat(rds.address(rds.service.readerName(orders)))
        .isEqualTo(rds.service.writer(orders).orElseThrow().address());
  }

  @Test
  void a_failover_without_reader_is_refused() {
    DbId lonely = rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "lonely"));

    assertThatThrownBy(() -> rds.service.failover(lonely, Optional.empty()))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("InvalidDBClusterStateFault"));
  }

  @Test
  void a_second_failover_while_one_runs_is_refused() {
    rds.service.failover(orders, Optional.empty());

    assertThatThrownBy(() -> rds.service.failover(orders, Optional.empty()))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("InvalidDBClusterStateFault"));
  }

  @Test
  void the_new_writer_may_crash_half_way_and_the_third_takes_over() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.await(() -> rds.service.writer(orders).isPresent(), Duration.ofMinutes(2));
    rds.service.crash(orders.named("orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(6));

    DbInstance writer = rds.service.writer(orders).orElseThrow();
    assertThat(writer.id().name()).isNotEqualTo("orders-2");
    assertThat(rds.service.cluster(orders).status()).isEqualTo("available");
    assertThat(rds.address(rds.service.writerName(orders))).isEqualTo(writer.address());
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue(writer.id().name());
  }

  @Test
  void observers_hear_of_every_server() {
    List<String> heard = new ArrayList<>();
    rds.service.observe(
        new RdsObserver() {
          @Override
          public void up(Server server) {
            heard.add("up " + server.instance().name() + (server.writable() ? " w" : ""));
          }

          @Override
          public void down(Server server) {
            heard.add("down " + server.instance().name());
          }

          @Override
          public void promoted(Server server) {
            heard.add("promoted " + server.instance().name());
          }
        });
    rds.service.failover(orders, Optional.of("orders-3"));
    rds.scheduler.pause(Duration.ofMinutes(5));

    assertThat(heard)
        .containsExactly(
            "up orders-1 w",
            "up orders-2",
            "up orders-3",
            "down orders-1",
            "promoted orders-3",
            "up orders-1");
  }

  @Test
  void an_auto_scaled_reader_comes_and_goes() {
    DbId reader = rds.service.addReader(orders);
    assertThat(rds.service.instance(reader).status()).isEqualTo("creating");
    rds.scheduler.pause(Duration.ofMinutes(15));
    assertThat(rds.service.servingReaders(orders)).hasSize(3);
    assertThat(rds.count("0005")).isEqualTo(1);

    rds.service.remove(reader);
    assertThat(rds.service.servingReaders(orders)).hasSize(2);
    rds.scheduler.pause(Duration.ofMinutes(15));
    assertThat(rds.service.cluster(orders).members()).hasSize(3);
    assertThat(rds.count("0003")).isEqualTo(1);
  }

  @Test
  void the_address_of_a_deleted_instance_is_given_to_the_next_one() {
    String freed = rds.service.instance(orders.named("orders-2")).address();
    rds.service.remove(orders.named("orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(15));

    rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "bills").readers(1));

    assertThat(rds.service.instances(orders.named("bills")))
        .extracting(DbInstance::address)
        .contains(freed);
  }

  @Test
  void divided_delays_leave_the_names_a_time_to_live() {
    Rds fast = new Rds(3, RdsSettings.published().dividedBy(1000));
    DbId id = fast.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));

    assertThat(fast.zones.find(fast.service.writerName(id)).orElseThrow().ttl())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_blue_green_switchover_keeps_the_names_and_changes_the_addresses() {
    String before = rds.address(rds.service.writerName(orders));
    DbId green = rds.service.createGreen(orders);
    rds.service.switchOver(orders, green);
    rds.scheduler.pause(Duration.ofMinutes(3));

    DbInstance writer = rds.service.writer(orders).orElseThrow();
    assertThat(writer.id().name()).isEqualTo("orders-1");
    assertThat(writer.address()).isNotEqualTo(before);
    assertThat(rds.address(rds.service.writerName(orders))).isEqualTo(writer.address());
    assertThat(rds.service.cluster(orders.named("orders-old1")).members())
        .contains("orders-1-old1");
    assertThat(rds.service.writer(orders.named("orders-old1"))).isEmpty();
    assertThat(rds.count("0260")).isEqualTo(1);
    assertThat(rds.count("0248")).isEqualTo(1);
  }

  private List<String> zonesOfMembers() {
    return rds.service.cluster(orders).members().stream()
        .map(m -> rds.service.instance(orders.named(m)).placement().shownZone())
        .toList();
  }
}
