package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Whoever leaves takes its own rules along, and others have theirs, whoever removed them. */
class LeaversRulesTest {
  private static final String OURS = "127.20.1.0/24";
  private static final String OTHERS = "127.21.0.0/16";
  private static final Caller OTHER = new Caller("333333333333", "eu-central-1", "root");

  private final Scenario scenario = Scenario.virtual(37);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Ec2Client ec2 = scenario.installation().clientsOf("operator").ec2();

  @BeforeEach
  void two_consumers_are_let_in() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    start(scenario.consumer(OTHER, "127.21"), OTHERS).finish();
  }

  @Test
  void an_offboarding_puts_back_what_somebody_took_from_who_stays() {
    start(scenario.consumer(), OURS).finish();
    String id =
        ada.call("GET", "/onboardings?consumer=" + Scenario.CONSUMER.account())
            .body()
            .at("/onboardings/0/id")
            .asText();
    takeAway(OTHERS);

    Offboarding.order(scenario, ada, id, false).end();

    assertThat(blocks()).containsExactly(OTHERS);
  }

  @Test
  void who_has_left_by_itself_and_is_denied_afterwards_keeps_no_rule_and_others_get_theirs_back() {
    VpcEndpoint endpoint = start(scenario.consumer(), OURS).finish();
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    takeAway(OTHERS);
    Encounter again = start(scenario.consumer(), "127.20.0.0/16").invited();
    again.createEndpoint();

    grace.deny(again.question());

    assertThat(again.end().error()).isEqualTo("Denied");
    assertThat(blocks()).containsExactly(OTHERS);
  }

  private Encounter start(ConsumerSite consumer, String block) {
    RequestText request =
        RequestText.to("orders")
            .with("consumerAccountId", consumer.account().account())
            .with("enforcement", "on")
            .with("consumerCidrs", List.of(block));
    return Encounter.start(scenario, consumer, grace, request.json());
  }

  private void takeAway(String block) {
    for (SecurityGroupRule rule : rules()) {
      if (block.equals(rule.cidrIpv4())) {
        ec2.revokeSecurityGroupIngress(
            r -> r.groupId(rule.groupId()).securityGroupRuleIds(rule.securityGroupRuleId()));
      }
    }
    assertThat(blocks()).doesNotContain(block);
  }

  private List<String> blocks() {
    return rules().stream().map(SecurityGroupRule::cidrIpv4).distinct().toList();
  }

  /** The inbound rules for consumers, of the load balancer's own group. */
  private List<SecurityGroupRule> rules() {
    return ec2.describeSecurityGroupRules(r -> {}).securityGroupRules().stream()
        .filter(rule -> !rule.isEgress())
        .filter(rule -> String.valueOf(rule.cidrIpv4()).matches("127\\.2[01]\\..*"))
        .toList();
  }
}
