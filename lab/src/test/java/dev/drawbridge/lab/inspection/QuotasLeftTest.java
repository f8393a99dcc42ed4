package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;

/** Whoever runs out of a quota hears of it before something is refused. */
class QuotasLeftTest {
  private final Scenario scenario = Scenario.virtual(71);

  @Test
  @Finds({Kind.QUOTA_NEARLY_FULL, Kind.RULES_NEARLY_FULL})
  void quotas_that_are_nearly_full_are_told_once_by_the_figures_of_the_installation() {
    scenario
        .installation()
        .quotas(
            "loadBalancers=2 endpointServices=2 listenersPerLoadBalancer=2"
                + " rulesPerSecurityGroup=8");
    DbId orders = database("orders");
    database("payroll");
    Exposure.of(scenario, orders);
    scenario.expose(RequestText.ofOwner("payroll").with("acceptHostBlockRisk", true));
    Approver grace = scenario.approver("hopper@example.com");

    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(grace.told("network load balancers of the Region: 2 of 2 are used")).hasSize(1);
    assertThat(grace.told("endpoint services of the Region: 2 of 2 are used")).hasSize(1);
    // Each path has its own.
    assertThat(grace.told("listeners of the load balancer: 2 of 2 are used")).isNotEmpty();
    assertThat(grace.told("8 ingress rules of 8")).isNotEmpty();
  }

  @Test
  void a_prefix_list_makes_the_figure_of_a_group_a_lower_bound_and_ipv6_is_counted_apart() {
    scenario.installation().quotas("rulesPerSecurityGroup=8");
    Exposure path = Exposure.of(scenario, database("orders"));
    Administrator by = new Administrator(path);
    String group = by.databaseGroup();
    Approver grace = scenario.approver("hopper@example.com");
    // Beside ours: one for the load balancer's group, which counts in both, and three of IPv4.
    open(
        by,
        group,
        ports -> ports.ipv6Ranges(Ipv6Range.builder().cidrIpv6("2001:db8::/64").build()),
        6);

    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(grace.told("ingress rules")).as("4 of IPv4, 7 of IPv6").isEmpty();
    String list = scenario.world().ec2().createPrefixList(Scenario.PROVIDER, 20).id();
    open(
        by,
        group,
        ports -> ports.prefixListIds(PrefixListId.builder().prefixListId(list).build()),
        1);
    new Looks(scenario).pass(Duration.ofMinutes(15));
    assertThat(grace.told("at least 8 ingress rules of 8 for IPv6 (1 of them name a prefix list"))
        .hasSize(1);
  }

  private static void open(
      Administrator by, String group, Consumer<IpPermission.Builder> source, int rules) {
    for (int port = 1; port <= rules; port++) {
      IpPermission.Builder rule =
          IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
      source.accept(rule);
      by.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(rule.build()));
    }
  }

  private DbId database(String name) {
    return scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, name).readers(1));
  }
}
