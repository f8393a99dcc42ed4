package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.elbv2.ElbQuotas;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * An account that may have little: every figure that does not suffice is named, nothing is made.
 */
class LowQuotasTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void all_that_does_not_fit_is_told_at_once_before_the_first_change() {
    Settings settings = Settings.published();
    Scenario scenario =
        Scenario.virtual(
            53, settings.elb(settings.elb().quotas(new ElbQuotas(50, 1200, 1, 1, 2, 5))));
    scenario
        .installation()
        .quotas(
            "targetGroups=1 targetsPerLoadBalancer=2 listenersPerLoadBalancer=1"
                + " rulesPerSecurityGroup=3");
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse end =
        scenario.startByHand(RequestText.ofOwner("orders").json()).end(HOUR);

    assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(end.cause())
        .contains(
            "target groups of the Region: 0 of 1 are used, 2 more are needed",
            "listeners of the load balancer: 0 of 1 are used, 2 more are needed",
            "targets of the load balancer: 0 of 2 are used, 3 more are needed",
            "inbound rules of the database's security group "
                + scenario.provider().databaseGroup().id());
    assertThat(changes.actions()).isEmpty();
  }

  @Test
  void a_prefix_list_may_fill_a_group_unseen_and_aws_refusal_says_so() {
    Scenario scenario = Scenario.virtual(55);
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders"));
    String group = scenario.provider().databaseGroup().id();
    String list = scenario.world().ec2().createPrefixList(Scenario.PROVIDER, 59).id();
    scenario
        .installation()
        .clientsOf("administrator")
        .ec2()
        .authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(from(list)));

    DescribeExecutionResponse end =
        scenario.startByHand(RequestText.ofOwner("orders").json()).end(HOUR);

    assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(end.cause())
        .contains("security group %s has as many rules as AWS allows".formatted(group))
        .contains("prefix list");
    assertThat(scenario.log())
        .anyMatch(
            line ->
                line.contains("AWS may refuse still")
                    && line.contains(
                        group + ": at least 1 of 60 are used (1 of them name a prefix list"));
  }

  private static IpPermission from(String list) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(443)
        .toPort(443)
        .prefixListIds(PrefixListId.builder().prefixListId(list).build())
        .build();
  }

  @Test
  void the_second_service_of_a_region_that_may_have_one_is_refused() {
    Scenario scenario = Scenario.virtual(54);
    scenario.installation().quotas("endpointServices=1");
    scenario.provider().database(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    scenario.provider().database(NewDatabase.instance(Engine.POSTGRESQL, "payroll"));
    scenario.expose(RequestText.ofOwner("orders"));
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse end =
        scenario.startByHand(RequestText.ofOwner("payroll").json()).end(HOUR);

    assertThat(end.cause())
        .contains("endpoint services of the Region: 1 of 1 are used, 1 more are needed");
    assertThat(changes.actions()).isEmpty();
    scenario.expose(RequestText.ofOwner("orders"));
  }
}
