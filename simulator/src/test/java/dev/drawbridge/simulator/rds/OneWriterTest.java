package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a cluster, it ends with one writer, and every other member serves reads. */
class OneWriterTest {
  private final Rds rds = new Rds(3);
  private final DbId orders =
      rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));

  @Test
  void a_reader_created_while_a_failover_runs_does_not_become_the_writer() {
    DbId added = rds.service.addReader(orders);
    while (rds.service.instance(added).status().equals("creating")) {
      boolean idle = rds.service.cluster(orders).status().equals("available");
      if (idle && !rds.service.servingReaders(orders).isEmpty()) {
        rds.service.failover(orders, Optional.empty());
      }
      rds.scheduler.pause(Duration.ofSeconds(1));
    }
    assertThat(rds.service.instance(added).writable()).isFalse();
    assertAllServe(4);
  }

  @Test
  void a_new_writer_that_dies_before_the_api_has_shown_it_comes_back_as_a_reader() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.await(() -> rds.service.writer(orders).isPresent(), Duration.ofMinutes(2));
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue("orders-1");
    rds.service.crash(orders.named("orders-2"));
    assertAllServe(3);
  }

  @Test
  void a_writer_without_reader_that_dies_before_the_api_has_shown_it_is_shown_when_it_is_back() {
    rds.service.stop(orders.named("orders-3"));
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.await(() -> rds.service.writer(orders).isPresent(), Duration.ofMinutes(2));
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue("orders-1");
    rds.service.remove(orders.named("orders-1"));
    rds.service.crash(orders.named("orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(20));
    assertThat(rds.service.writer(orders).orElseThrow().id().name()).isEqualTo("orders-2");
    assertThat(rds.service.cluster(orders).shownWriter()).hasValue("orders-2");
  }

  @Test
  void a_writer_whose_server_moves_while_another_is_promoted_comes_back_as_a_reader() {
    rds.service.replaceHost(orders.named("orders-1"));
    rds.service.failover(orders, Optional.of("orders-2"));
    assertAllServe(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_writer_that_moves_comes_back_as_a_reader_though_the_next_one_moves_too(int seed) {
    Rds moving = new Rds(seed);
    DbId cluster = moving.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    moving.service.replaceHost(cluster.named("orders-1"));
    moving.scheduler.await(
        () -> moving.service.cluster(cluster).shownWriter().equals(Optional.of("orders-2")),
        Duration.ofMinutes(5));
    moving.service.writer(cluster).ifPresent(writer -> moving.service.replaceHost(writer.id()));
    moving.scheduler.pause(Duration.ofMinutes(25));
    assertThat(moving.service.writer(cluster).map(writer -> writer.id().name()))
        .isPresent()
        .isEqualTo(moving.service.cluster(cluster).shownWriter());
  }

  @Test
  void a_stopped_writer_that_starts_after_a_failover_is_a_reader() {
    rds.service.stop(orders.named("orders-1"));
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(5));
    assertThat(rds.service.instance(orders.named("orders-1")).status()).isEqualTo("stopped");
    rds.service.start(orders.named("orders-1"), true);
    assertAllServe(3);
    assertThat(rds.service.writer(orders).orElseThrow().id().name()).isEqualTo("orders-2");
  }

  @Test
  void a_reader_that_was_being_modified_takes_over_when_it_is_available_again() {
    rds.service.remove(orders.named("orders-2"));
    rds.service.status(orders.named("orders-3"), "modifying");
    rds.service.remove(orders.named("orders-1"));
    rds.scheduler.pause(Duration.ofMinutes(20));
    assertThat(rds.service.writer(orders)).isEmpty();
    rds.service.status(orders.named("orders-3"), "available");
    assertAllServe(1);
    assertThat(rds.service.writer(orders).orElseThrow().id().name()).isEqualTo("orders-3");
  }

  @Test
  void when_the_writer_is_deleted_a_reader_takes_its_place() {
    rds.service.remove(orders.named("orders-1"));
    assertAllServe(2);
    assertThat(rds.service.cluster(orders).shownWriter())
        .isEqualTo(rds.service.writer(orders).map(w -> w.id().name()));
  }

  @Test
  void a_reader_that_moves_while_the_writer_is_deleted_takes_its_place_when_it_is_back() {
    rds.service.remove(orders.named("orders-3"));
    rds.service.remove(orders.named("orders-1"));
    rds.service.replaceHost(orders.named("orders-2"));
    assertAllServe(1);
  }

  @Test
  void a_failover_whose_heir_dies_ends_and_another_follows() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.service.crash(orders.named("orders-2"));
    assertAllServe(3);
    assertThat(rds.count("0069")).isEqualTo(1);
  }

  @Test
  void a_server_that_dies_while_its_status_is_another_than_available_comes_back() {
    DbId reader = orders.named("orders-2");
    rds.service.status(reader, "modifying");
    rds.service.crash(reader);
    rds.scheduler.pause(Duration.ofMinutes(5));
    assertThat(rds.service.instance(reader).serving()).isTrue();
  }

  @Test
  void a_switchover_is_refused_while_an_instance_is_away_and_cancelled_if_one_goes() {
    DbId green = rds.service.createGreen(orders);
    rds.service.stop(orders.named("orders-3"));
    assertThatThrownBy(() -> rds.service.switchOver(orders, green))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("Not all instances");
    rds.service.start(orders.named("orders-3"), false);
    rds.scheduler.pause(Duration.ofMinutes(5));
    rds.service.switchOver(orders, green);
    rds.service.remove(orders.named("orders-3"));
    assertAllServe(2);
    assertThat(rds.count("0249")).isEqualTo(1);
    assertThat(rds.count("0248")).isZero();
  }

  @Test
  void a_cluster_is_switched_over_by_one_deployment_at_a_time() {
    DbId green = rds.service.createGreen(orders);
    rds.service.switchOver(orders, green);
    assertThatThrownBy(() -> rds.service.createGreen(orders)).isInstanceOf(ServiceError.class);
    assertThatThrownBy(() -> rds.service.switchOver(orders, green))
        .isInstanceOf(ServiceError.class);
    assertAllServe(3);
  }

  private long writers() {
    return rds.service.instances(orders).stream().filter(DbInstance::writable).count();
  }

  private void assertAllServe(int members) {
    rds.scheduler.pause(Duration.ofMinutes(25));
    assertThat(writers()).isEqualTo(1);
    assertThat(rds.service.instances(orders)).hasSize(members).allMatch(DbInstance::serving);
    assertThat(rds.service.cluster(orders).status()).isEqualTo("available");
  }
}
