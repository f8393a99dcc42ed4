package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.Table;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/**
 * People cannot be told, or two looks would tell them the same: what was found stays on record and
 * keeps its alarm, and is told once.
 */
class TellingFailsTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String OPEN = "lets everybody";

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(83));
  private final Exposure path =
      Exposure.of(
          scenario,
          scenario
              .provider()
              .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");
  private boolean refused = true;

  @Test
  void what_cannot_be_told_is_counted_and_told_at_the_next_look_that_can() {
    looks.pass(Duration.ofMinutes(2));
    scenario
        .world()
        .faults()
        .forbid((caller, action) -> refused && isOfSweep(caller) && action.equals("sns:Publish"));
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    looks.pass(WITHIN);
    assertThat(grace.told(OPEN)).isEmpty();
    assertThat(log("\"WILDCARD_PRINCIPAL\":1")).as("what its alarm rings by").isNotEmpty();
    assertThat(log("people could not be told of " + path.database().arn("cluster"))).isNotEmpty();
    assertThat(log("NOT_SEEN")).as("it was looked at").isEmpty();
    assertThat(log("FailedInspections\":1")).isNotEmpty();

    refused = false;
    looks.pass(Duration.ofMinutes(2));

    assertThat(grace.told(OPEN))
        .hasSize(1)
        .first()
        .asString()
        .contains("since 2026-", "this could not be told");
    looks.pass(WITHIN);
    assertThat(grace.told(OPEN)).hasSize(1);
    assertThat(record().untold()).isEmpty();
  }

  @Test
  void what_is_over_before_it_could_be_told_is_told_all_the_same() {
    looks.pass(Duration.ofMinutes(2));
    scenario
        .world()
        .faults()
        .forbid((caller, action) -> refused && isOfSweep(caller) && action.equals("sns:Publish"));
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    looks.pass(WITHIN);
    Administrator by = new Administrator(path);
    by.ec2()
        .modifyVpcEndpointServicePermissions(
            r -> r.serviceId(by.service().serviceId()).removeAllowedPrincipals("*"));
    looks.pass(WITHIN);

    refused = false;
    looks.pass(Duration.ofMinutes(2));

    assertThat(grace.told(OPEN)).hasSize(1).first().asString().contains("over, since");
  }

  @Test
  void of_two_looks_at_once_one_tells_and_none_has_failed() {
    looks.pass(WITHIN);
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    int[] other = {1};
    BiPredicate<Caller, String> meanwhile =
        (caller, action) -> {
          if (isOfSweep(caller) && action.startsWith("ec2:Describe") && other[0]-- == 1) {
            assertThat(inspections().put(record(), scenario.world().scheduler().now())).isPresent();
          }
          return false;
        };
    scenario.world().faults().forbid(meanwhile);

    looks.pass(Duration.ofMinutes(30));

    assertThat(other[0]).as("another look was first").isLessThan(1);
    assertThat(grace.told(OPEN)).hasSize(1);
    assertThat(log("FailedInspections"))
        .isNotEmpty()
        .allMatch(line -> line.contains("FailedInspections\":0"));
    assertThat(log("NOT_SEEN")).isEmpty();
  }

  private static boolean isOfSweep(Caller caller) {
    return caller.role().equals("CheckExposures");
  }

  private List<String> log(String words) {
    return scenario.log().stream().filter(line -> line.contains(words)).toList();
  }

  private InspectionRecord record() {
    return inspections().find(path.database().arn("cluster")).orElseThrow();
  }

  private Inspections inspections() {
    return new Inspections(
        new Table(scenario.installation().clientsOf("administrator"), "drawbridge"));
  }
}
