package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.Rules;
import dev.drawbridge.workflows.WorkerFunction;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** All whose answers depend on it, each with the role that it has. */
  @Test
  void whoever_reads_a_topology_may_ask_what_is_green() {
    DbId blue =
        scenario
            .provider()
            .database(NewDatabase.instance(Engine.POSTGRESQL, "orders").replica(replica()));
    scenario.world().rds().createGreen(blue);
    // RDS says what a name means that is not on record yet.
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    ada.call("PUT", "/databases/orders?plan=true", "{}");
    ada.call("PUT", "/databases/orders/hold", "{\"hold\":false}");
    Followed orders = new Followed(scenario, Exposure.of(scenario, blue));
    scenario.installation().startSchedules(Rules.EVERY);
    ada.call("POST", "/onboardings", RequestText.to("orders").json());
    orders.pass(LOOKS);
    // A run of an event that finds nothing to do looks once more.
    Refresh.startWith(
            scenario, "{\"databaseIdentifier\": \"orders\", \"cause\": \"event RDS-EVENT-0049 1\"}")
        .end();
    // One that waits for a replica that RDS does not list reads who is what again.
    orders.rds().listed(blue.named("copy"), false);
    orders.startRefresh();
    orders.pass(LOOKS);
    orders.rds().listed(blue.named("copy"), true);
    orders.rds().replaceHost(blue.named("copy"));
    orders.pass(LOOKS);
    orders.refresh();

    assertThat(askers())
        .contains(
            "AcquireLease",
            "AcceptConnection",
            "ChangeDatabase",
            "CheckDrift",
            "CheckTargets",
            "ClaimOnboarding",
            "ConfirmTargets",
            "DeregisterStaleTargets",
            "DiscoverDatabase",
            "HoldDatabase",
            "RegisterTargets",
            "RequestOnboarding",
            "ResolveAddresses",
            "ValidateRequest",
            "VerifyAccess");
  }

  private Set<String> askers() {
    return Catalogue.workers().stream()
        .map(WorkerFunction::name)
        .filter(
            role ->
                scenario
                    .world()
                    .callLog()
                    .counts(call -> call.caller().role().equals(role))
                    .containsKey(CALL))
        .collect(Collectors.toSet());
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
