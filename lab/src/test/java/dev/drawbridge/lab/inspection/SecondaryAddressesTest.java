package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/**
 * Somebody gives the load balancer more addresses to send from, and with enforcement off the
 * database's group names each.
 */
class SecondaryAddressesTest {
  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(61));
  private final Exposure path;
  private final Administrator by;

  SecondaryAddressesTest() {
    scenario.installation().quotas("rulesPerSecurityGroup=15");
    path =
        Exposure.of(
            scenario,
            scenario
                .provider()
                .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
    by = new Administrator(path);
  }

  @Test
  void each_of_them_is_let_in() {
    long before = addresses();
    new Looks(scenario).pass(Duration.ofMinutes(2));
    give(2);

    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(addresses()).isEqualTo(3 * before);
    assertThat(Stream.generate(path::connectToWrite).limit(100))
        .allMatch(Reached.class::isInstance);
  }

  @Test
  void the_rules_for_all_of_them_have_to_fit_before_anything_is_made() {
    long before = addresses();
    give(7);

    String cause =
        scenario.startByHand(RequestText.ofOwner("orders").json()).end(Duration.ofHours(1)).cause();

    assertThat(cause)
        .contains(
            "inbound rules of the database's security group %s: %d of 15 are used, %d more are needed"
                .formatted(by.databaseGroup(), before + 1, 7 * before));
  }

  private void give(int secondaries) {
    by.elb()
        .modifyLoadBalancerAttributes(
            r ->
                r.loadBalancerArn(by.loadBalancer().loadBalancerArn())
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key("secondary_ips.auto_assigned.per_subnet")
                            .value(String.valueOf(secondaries))
                            .build()));
  }

  private long addresses() {
    return by.rules(by.databaseGroup(), false).stream()
        .map(SecurityGroupRule::cidrIpv4)
        .filter(cidr -> cidr != null && cidr.endsWith("/32"))
        .distinct()
        .count();
  }
}
