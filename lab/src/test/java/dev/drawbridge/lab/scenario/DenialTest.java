package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What becomes of a run whose role lost a permission, or never had it. */
class DenialTest {
  private static final String CONFLICT = "dev.drawbridge.error.Conflict";

  /** A worker that gets at its table only. */
  private static final Policy TABLE =
      Policy.parse(
          """
          {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}]}
          """);

  private final Scenario scenario = Scenario.virtual(17);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));

  private void takeAway(String role) {
    scenario.world().access().confine(Scenario.PROVIDER.account(), role, TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "ClaimOnboarding, elasticloadbalancing:DescribeLoadBalancers",
    "DiscoverDatabase, ''",
    "CreateSecurityGroup, ec2:CreateSecurityGroup",
    "CreateTargetGroups, elasticloadbalancing:DescribeTargetGroups",
    "CreateEndpointService, ec2:DescribeVpcEndpointServiceConfigurations",
  })
  void an_onboarding_fails_at_once_and_names_action_and_role(String role, String action) {
    takeAway(role);
    Instant start = scenario.world().scheduler().now();

    DescribeExecutionResponse end =
        scenario.onboard(RequestText.to("orders").json()).end(Duration.ofHours(1));

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo(CONFLICT);
    assertThat(end.cause()).contains("role " + role + " may not do " + action);
    assertThat(Duration.between(start, scenario.world().scheduler().now()))
        .isLessThan(Duration.ofMinutes(10));
  }

  @Test
  void people_are_told_which_permission_is_missing() {
    takeAway("CreateTargetGroups");

    scenario.onboard(RequestText.to("orders").json()).end(Duration.ofHours(1));
    scenario.world().scheduler().pause(Duration.ofMinutes(1));

    assertThat(grace.messages())
        .anyMatch(
            message ->
                message.contains("role CreateTargetGroups may not do elasticloadbalancing:"));
  }

  @Test
  void a_refresh_fails_at_once_and_names_action_and_role() {
    Exposure.of(scenario, database);
    takeAway("RegisterTargets");
    Instant start = scenario.world().scheduler().now();

    Refresh refresh = Refresh.start(scenario, "orders");

    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains("role RegisterTargets may not do ");
    assertThat(Duration.between(start, scenario.world().scheduler().now()))
        .isLessThan(Duration.ofMinutes(1));
  }
}
