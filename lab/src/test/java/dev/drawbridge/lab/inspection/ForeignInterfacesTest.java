package dev.drawbridge.lab.inspection;

import static dev.drawbridge.inspection.Kind.INTERFACE_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Network interfaces by which somebody would reach the database past the load balancer. */
class ForeignInterfacesTest {
  private static final String OWNER = RequestText.ofOwner("orders").json();

  private final Scenario scenario = Scenario.virtual(61);
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final Administrator by = new Administrator(Exposure.of(scenario, database));

  @Test
  void nobody_is_let_in_for_calling_his_interface_the_load_balancers() {
    List<String> before = blocks();
    String arn = by.loadBalancer().loadBalancerArn();
    make(List.of(by.foreignGroup()), "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + 14));

    assertThat(report()).doesNotContain("RULE_GONE");
    var run = scenario.startByHand(OWNER).end(Duration.ofHours(1));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(blocks()).isNotEmpty().containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  @Finds(INTERFACE_UNKNOWN)
  void whoever_else_is_in_the_load_balancers_group_is_told() {
    assertThat(report()).contains("\"findings\":[]");
    make(List.of(by.foreignGroup(), by.ownGroup()), "somebody's");

    assertThat(report())
        .contains("INTERFACE_UNKNOWN", " at 127.10.1.200 is in security group " + by.ownGroup())
        .doesNotContain("RULE_GONE");
  }

  private void make(List<String> groups, String description) {
    scenario
        .world()
        .ec2()
        .interfaces()
        .createAt(
            scenario.provider().subnets().getFirst(),
            "127.10.1.200",
            groups,
            Kind.HOST,
            description);
  }

  private List<String> blocks() {
    return by.rules(by.databaseGroup(), false).stream()
        .map(SecurityGroupRule::cidrIpv4)
        .filter(block -> block != null)
        .toList();
  }

  private String report() {
    return ByHand.invoke(scenario, "InspectExposure", OWNER).payload();
  }
}
