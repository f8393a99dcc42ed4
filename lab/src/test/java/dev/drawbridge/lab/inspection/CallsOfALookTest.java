package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one look at a whole path costs where most is wrong: no more than at a sound one. */
class CallsOfALookTest {
  private static final int MOST = 13 + 2 * 2;

  private final Scenario scenario = Scenario.virtual(73);
  private final Exposure path =
      Exposure.of(
          scenario,
          scenario
              .provider()
              .database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1)));

  @Test
  void a_sound_path_costs_13_calls_and_2_a_group() {
    assertThat(look()).hasSize(MOST);
  }

  @Test
  void a_path_without_a_healthy_target_costs_no_more() {
    Breakage.RULES_REVOKED.happen(path);
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    assertThat(look())
        .hasSize(MOST)
        .contains("elasticloadbalancing:DescribeTargetGroups")
        .doesNotContain("elasticloadbalancing:DescribeLoadBalancerAttributes");
  }

  @Test
  void groups_that_are_not_on_record_are_found_by_their_listeners_for_nothing() {
    forget();

    assertThat(look()).hasSize(MOST);
  }

  @Test
  void groups_that_are_neither_on_record_nor_behind_a_listener_cost_no_more() {
    forget();
    Breakage.LISTENERS_DELETED.happen(path);

    assertThat(look())
        .hasSize(MOST)
        .doesNotContain("elasticloadbalancing:DescribeLoadBalancerAttributes");
  }

  @Test
  void a_path_of_a_database_that_has_another_name_or_has_gone_costs_no_more() {
    new Looks(scenario).pass(Duration.ofMinutes(2));
    scenario.installation().startSchedules(Duration.ofDays(1));
    assertThat(report()).hasSize(MOST);
    scenario.world().rds().rename(path.database(), "renamed");
    assertThat(report())
        .hasSizeLessThanOrEqualTo(MOST)
        .contains("rds:DescribeBlueGreenDeployments")
        .doesNotContain("elasticloadbalancing:DescribeLoadBalancerAttributes");
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    assertThat(report()).hasSizeLessThanOrEqualTo(MOST);
    scenario.world().rds().destroy(path.database().named("renamed"));
    assertThat(report()).as("another bears the name").hasSizeLessThanOrEqualTo(MOST);
    scenario.world().rds().destroy(path.database());
    assertThat(report()).as("nobody bears it").hasSizeLessThanOrEqualTo(MOST);
  }

  /** By whoever asks; where there is no look in which targets are healthy, too. */
  private List<String> report() {
    Changes changes = Changes.from(scenario);
    String request = RequestText.ofOwner(path.database().arn("cluster")).json();
    ByHand.invoke(scenario, "InspectExposure", request);
    return actions(changes, "InspectExposure").toList();
  }

  /** As an earlier release left it. */
  private void forget() {
    scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
        .filter(item -> item.toString().contains("pk=AttributeValue(S=exposure#"))
        .forEach(item -> ByHand.delete(scenario, item));
  }

  /** By the worker that decides whether all is done already; it looks once. */
  private List<String> look() {
    Changes changes = Changes.from(scenario);
    scenario.startByHand(RequestText.to("orders").json());
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    return actions(changes, "ClaimOnboarding")
        // Before it looks, it asks for the settings of what is not on record.
        .dropWhile(action -> !action.startsWith("rds:"))
        .toList();
  }

  private static Stream<String> actions(Changes changes, String worker) {
    return changes
        .callsOf(worker)
        .map(CallRecord::action)
        .filter(action -> action.matches("(rds|ec2|elasticloadbalancing):.*"));
  }
}
