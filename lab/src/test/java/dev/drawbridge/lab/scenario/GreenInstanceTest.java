package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The green instance of a blue/green deployment replicates the blue one, and is no reader. */
@Tag("long")
class GreenInstanceTest {
  private static final Duration LOOKS = Duration.ofMinutes(10);
  private static final String CALL = "rds:DescribeBlueGreenDeployments";

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(9));

  @Test
  void it_gets_no_reads_before_it_has_been_switched_over_and_all_of_them_after() {
    Followed orders = follow(NewDatabase.instance(Engine.POSTGRESQL, "orders").replica(replica()));
    DbId blue = orders.path().database();
    Set<String> readers = orders.path().readerGroup();
    DbId green = orders.rds().createGreen(blue);

    orders.pass(LOOKS);
    assertThat(orders.path().readerGroup()).isEqualTo(readers).hasSize(1);
    assertThat(green.name()).matches("orders-green-[0-9a-z]{6}");

    orders.rds().switchOver(blue, green);
    orders.pass(LOOKS);
    assertThat(orders.path().readerGroup()).doesNotContainAnyElementsOf(readers);
    orders.assertFollowed();
  }

  @Test
  void without_a_reader_the_writer_goes_on_serving_reads() {
    Followed orders = follow(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    Set<String> writer = orders.path().writerGroup();
    orders.rds().createGreen(orders.path().database());

    orders.pass(LOOKS);

    assertThat(orders.path().readerGroup()).isEqualTo(writer);
    assertThat(orders.path().writerGroup()).isEqualTo(writer);
  }

  @Test
  void a_replica_that_is_only_called_so_is_a_reader() {
    Followed orders = follow(NewDatabase.instance(Engine.POSTGRESQL, "orders").replica(replica()));
    assertThat(calls()).as("nobody asks while nothing is called so").isFalse();
    DbId further =
        orders
            .rds()
            .addReplica(
                orders.path().database(),
                NewDatabase.instance(Engine.POSTGRESQL, "orders-green-reader").in("private"));

    orders.pass(LOOKS);

    assertThat(orders.path().readerGroup())
        .hasSize(2)
        .contains(orders.rds().instance(further).address());
    assertThat(calls()).isTrue();
  }

  private boolean calls() {
    return scenario.world().callLog().counts(call -> true).containsKey(CALL);
  }

  private static NewDatabase replica() {
    return NewDatabase.instance(Engine.POSTGRESQL, "copy").in("private");
  }

  private Followed follow(NewDatabase database) {
    Followed orders = Followed.expose(scenario, database);
    scenario.installation().startSchedules(Rules.EVERY);
    return orders;
  }
}
