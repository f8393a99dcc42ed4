package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The same request again, after somebody has broken the path: never yesterday's answer. */
class SameRequestTest {
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(31);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DbId database = scenario.provider().database(orders());
  private final Encounter first = start();
  private final VpcEndpoint endpoint = first.finish();
  private final Exposure path = Exposure.through(scenario, database, endpoint);

  @ParameterizedTest
  @EnumSource(
      value = Breakage.class,
      names = {
        "RULES_REVOKED",
        "RULES_TURNED_UDP",
        "LISTENERS_DELETED",
        "CROSS_ZONE_OFF",
        "ZONE_REMOVED",
        "GROUP_CHANGED",
        "PRINCIPAL_REMOVED",
        "NOTIFICATION_DELETED",
        "TARGETS_REMOVED"
      })
  void repairs_what_it_can(Breakage breakage) {
    breakage.happen(path);
    pass(Duration.ofMinutes(5));

    Encounter again = start();

    assertThat(again.end().status())
        .as(again.run().describe().cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    pass(Duration.ofMinutes(5));
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
    Changes changes = Changes.from(scenario);
    assertThat(start().end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(changes.actions()).as("nothing is left to repair").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LISTENER_ELSEWHERE, forwards elsewhere",
    "ACCEPTANCE_OFF, accepts every endpoint by itself",
    "WILDCARD_PRINCIPAL, lets everybody"
  })
  void says_what_is_wrong_where_a_person_must_act(Breakage breakage, String words) {
    breakage.happen(path);

    DescribeExecutionResponse run = start().end();

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.cause()).contains(words);
    assertThat(first.stateOf(endpoint)).isEqualTo("available");
  }

  @Test
  void leads_nobody_to_a_database_that_was_restored_under_the_name() {
    scenario.world().rds().destroy(database);
    scenario.provider().database(orders());

    DescribeExecutionResponse run = start().end();

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.cause()).contains("nobody has approved that one");
  }

  @Test
  void waits_for_another_endpoint_where_the_onboarded_one_is_gone() {
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
    pass(Duration.ofMinutes(5));

    Encounter again = start().invited();
    VpcEndpoint another = again.createEndpoint();
    grace.approve(again.question());

    assertThat(again.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(again.run().output().path("endpointId").asText()).isEqualTo(another.vpcEndpointId());
    assertThat(first.connect(another, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_look_at_a_whole_path_costs_13_calls_and_2_a_group() {
    Changes changes = Changes.from(scenario);

    assertThat(start().end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

    List<String> looked =
        changes
            .callsOf("ClaimOnboarding")
            .map(CallRecord::action)
            .filter(action -> action.matches("(rds|ec2|elasticloadbalancing):.*"))
            .toList();
    assertThat(looked).hasSizeBetween(1, 13 + 2 * 2);
  }

  private static NewDatabase orders() {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
        .readers(1)
        .parameter("max_connect_errors", "1000000");
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }
}
