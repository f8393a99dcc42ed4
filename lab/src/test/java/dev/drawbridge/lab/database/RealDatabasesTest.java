package dev.drawbridge.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.gameday.WriteProbe;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("alone")
class RealDatabasesTest {

  @ParameterizedTest
  @EnumSource
  void a_writer_that_is_killed_from_outside_is_noticed_as_a_crash_and_failed_over(Kind kind) {
    try (LivingCluster orders = new LivingCluster(kind)) {
      orders.write(1);

      orders.real("orders-1").process().destroyForcibly();

      await(() -> orders.happened("0004"), "RDS does not notice");
      await(() -> orders.happened("0073"), "there is no failover");
      await(() -> orders.cluster().servers().size() == 3, "the old writer does not come back");
      assertThat(orders.writer()).isNotEqualTo("orders-1");
      assertThat(orders.cluster().writer().host().name()).isEqualTo(orders.writer());
      orders.write(2);
      await(() -> orders.rows("orders-1") == 2, "the old writer does not follow");
      assertThat(orders.takesWrites("orders-1")).isFalse();
      assertThat(probe(orders.cluster().writer()).writes()).as("a game day's probe").isTrue();
      assertThat(probe(orders.real("orders-1")).writes()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_writer_that_is_rebooted_comes_back_as_the_writer_with_its_data(Kind kind) {
    try (LivingCluster orders = new LivingCluster(kind)) {
      orders.write(1);
      Server before = orders.real("orders-1");

      orders.reboot("orders-1");

      await(() -> orders.runsAnew(before), "the writer does not come back");
      await(() -> orders.takesWrites("orders-1"), "the writer does not take writes");
      orders.write(2);
      assertThat(orders.writer()).isEqualTo("orders-1");
      assertThat(orders.happened("0073")).isFalse();
      await(() -> orders.rows("orders-2") == 2, "no replica follows");
      await(() -> orders.rows("orders-3") == 2, "one replica does not follow");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_reader_that_comes_back_before_the_writer_joins_when_that_is_back(Kind kind) {
    try (LivingCluster orders = new LivingCluster(kind)) {
      orders.write(1);
      Server writer = orders.cluster().server("orders-1");
      Host reader = orders.cluster().kill("orders-2");
      orders.cluster().kill("orders-1");

      orders.cluster().join(reader);
      assertThat(orders.cluster().runs("orders-2")).isFalse();
      orders.cluster().recover(writer.host());

      await(() -> orders.rows("orders-2") == 1, "the reader does not join");
      assertThat(orders.takesWrites("orders-1")).isTrue();
    }
  }

  private static WriteProbe probe(Server server) {
    Dialect dialect = server.dialect();
    return new WriteProbe(
        dialect.url(server.host().address(), dialect.port()),
        Dialect.APPLICATION,
        Dialect.APPLICATION);
  }

  private static void await(BooleanSupplier condition, String complaint) {
    Deadline.of(Duration.ofSeconds(40)).until(Duration.ofMillis(50), condition, () -> complaint);
  }
}
