package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sfn.model.ExecutionStatus.SUCCEEDED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ports of instances in consumers' connection strings, when the instances are others. */
class GivenPortsTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText OWNER =
      RequestText.ofOwner("orders").with("instancePorts", true);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(97));
  private final DbId database =
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  private final RdsService rds = scenario.world().rds();
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");

  @Test
  @Finds(Kind.INSTANCE_PORT_LOST)
  void that_all_instances_are_replaced_is_told_once_until_new_strings_were_given() {
    Exposure path = exposed();
    Stream.of("new-1", "new-2")
        .forEach(name -> rds.addReader(database, database.named(name), Optional.empty()));
    looks.pass(Duration.ofMinutes(20));
    rds.failover(database, Optional.of("new-1"));
    looks.pass(Duration.ofMinutes(5));
    assertThat(lost()).as("all are there still").isEmpty();

    Stream.of("orders-1", "orders-2").forEach(name -> rds.remove(database.named(name)));
    looks.pass(Duration.ofMinutes(30));

    assertThat(path.connectToWrite()).as("what goes by role follows").isInstanceOf(Reached.class);
    assertThat(lost())
        .hasSize(1)
        .first()
        .asString()
        .contains(
            "222222222222",
            "port 5434 of orders-1, port 5435 of orders-2;",
            "send its onboarding's request again");
    looks.pass(Duration.ofHours(2));
    assertThat(lost()).as("told once").hasSize(1);

    rds.addReader(database, database.named("scaled"), Optional.empty());
    looks.pass(Duration.ofMinutes(30));
    assertThat(lost()).as("another takes the port").hasSize(1);
    rds.remove(database.named("scaled"));
    looks.pass(Duration.ofMinutes(30));
    assertThat(lost()).as("that one is gone too").hasSize(1);
    rds.addReader(database, database.named("orders-2"), Optional.empty());
    looks.pass(Duration.ofMinutes(30));
    assertThat(lost()).as("it comes back to another port").hasSize(1);

    Encounter again = ask();
    assertThat(again.run().end(HOUR).status()).as("nobody is asked").isEqualTo(SUCCEEDED);
    assertThat(given(again.run()))
        .containsExactlyInAnyOrder("orders-2 5434", "new-1 5436", "new-2 5437");
    looks.pass(WITHIN);
    assertThat(lost()).hasSize(2).last().asString().contains("over, since");
  }

  @Test
  void that_instances_have_no_ports_any_more_is_told_until_new_strings_were_given() {
    exposed();
    scenario.expose(OWNER.with("instancePorts", false).with("force", true));
    looks.pass(WITHIN);
    assertThat(lost()).hasSize(1);

    Encounter again = ask();
    grace.approve(again.question());
    assertThat(again.end().status()).isEqualTo(SUCCEEDED);
    assertThat(given(again.run())).isEmpty();
    looks.pass(WITHIN);
    assertThat(lost()).hasSize(2).last().asString().contains("over, since");
  }

  private Exposure exposed() {
    scenario.expose(OWNER);
    Exposure path = Exposure.of(scenario, database);
    looks.pass(Duration.ofMinutes(5));
    return path;
  }

  private Encounter ask() {
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }

  private static List<String> given(Onboarding run) {
    return run.output().path("instancePorts").valueStream().map(GivenPortsTest::words).toList();
  }

  private static String words(JsonNode port) {
    return port.path("instance").asText() + " " + port.path("port").asInt();
  }

  private List<String> lost() {
    return grace.told("ports that are not those of their instances any more");
  }
}
