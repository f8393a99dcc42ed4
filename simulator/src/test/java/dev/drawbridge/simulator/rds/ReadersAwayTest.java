package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Aurora's readers refuse connections for a moment when their cluster fails over. */
class ReadersAwayTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Rds rds = new Rds(3);
  private final DbId orders =
      rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));

  @Test
  void a_failover_takes_the_other_readers_away_and_gives_them_back() {
    String address = address("orders-3");

    rds.service.failover(orders, Optional.of("orders-2"));

    assertThat(rds.listens(address, 3306)).isFalse();
    assertThat(rds.service.instance(orders.named("orders-3")).status()).isEqualTo("available");
    rds.scheduler.pause(Duration.ofSeconds(10));
    assertThat(rds.listens(address, 3306)).isTrue();
    rds.scheduler.pause(LONG);
    assertThat(rds.service.servingReaders(orders)).hasSize(2);
  }

  @Test
  void nodes_that_leave_and_the_one_that_is_promoted_end_their_connections() {
    List<String> cut = new ArrayList<>();
    List.of("orders-2", "orders-3").forEach(name -> connect(name, cut));

    rds.service.failover(orders, Optional.of("orders-2"));
    assertThat(cut).containsExactly("orders-3 SERVER_ENDED");
    rds.scheduler.pause(LONG);

    assertThat(cut).containsExactly("orders-3 SERVER_ENDED", "orders-2 SERVER_ENDED");
  }

  @Test
  void the_reader_name_leads_to_every_reader_once_they_are_back() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.scheduler.pause(LONG);

    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      seen.add(rds.address(rds.service.readerName(orders)));
    }
    assertThat(seen).contains(address("orders-1"), address("orders-3"));
  }

  @Test
  void a_reader_that_dies_while_it_is_away_comes_back_all_the_same() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.service.crash(orders.named("orders-3"));
    assertThat(rds.count("0004")).isZero();

    rds.scheduler.pause(LONG);

    assertThat(rds.count("0004")).isEqualTo(1);
    assertThat(rds.service.servingReaders(orders)).hasSize(2);
  }

  @Test
  void the_only_other_reader_may_be_deleted_while_it_is_away() {
    rds.service.failover(orders, Optional.of("orders-2"));
    rds.service.remove(orders.named("orders-3"));

    rds.scheduler.pause(Duration.ofMinutes(20));

    assertThat(rds.service.cluster(orders).members()).containsExactly("orders-1", "orders-2");
  }

  @Test
  void settings_may_let_readers_stay() {
    RdsSettings published = RdsSettings.published();
    Rds staying =
        new Rds(3, published.aurora(published.aurora().readersAway(Spread.exactly(Duration.ZERO))));
    DbId id = staying.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));

    staying.service.failover(id, Optional.of("orders-2"));

    assertThat(staying.listens(staying.service.instance(id.named("orders-3")).address(), 3306))
        .isTrue();
  }

  @Test
  void readers_of_a_multi_az_cluster_stay() {
    DbId multi = rds.setUp(NewDatabase.multiAzCluster(Engine.MYSQL, "multi"));

    rds.service.failover(multi, Optional.of("multi-2"));

    assertThat(rds.service.servingReaders(multi)).hasSize(2);
  }

  private String address(String name) {
    return rds.service.instance(orders.named(name)).address();
  }

  private void connect(String name, List<String> cut) {
    Reached path = new Reached(address(name), 3306, "10.20.0.200", null, null, null);
    rds.network.connections().open(path, (Cut why) -> cut.add(name + " " + why));
  }
}
