package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths that broke silently elsewhere, as their people reported in public. */
class PublicReportsTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = Scenario.virtual(61);
  private final Looks looks = new Looks(scenario);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Exposure path = Exposure.of(scenario, database);
  private final Approver grace = scenario.approver("hopper@example.com");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "hashicorp/terraform-provider-aws#40809, SERVICE_ZONE_LOST, does not offer zone",
    "hashicorp/terraform-provider-aws#33766, ENFORCEMENT_CHANGED, security group rules on"
        + " PrivateLink",
    "kubernetes-sigs/aws-load-balancer-controller#4538, BALANCER_GROUP_ADDED, has security groups",
    "hashicorp/terraform#1169, EGRESS_REVOKED, add an outbound rule",
    "hashicorp/terraform-provider-aws#37260, PRINCIPAL_REMOVED, does not let",
    "kubernetes-sigs/aws-load-balancer-controller#1939, BALANCER_UNTAGGED, lacks our tags",
    "hashicorp/terraform-provider-aws#5701, SERVICE_SHARED, stands on",
    "cloud-custodian/cloud-custodian#9048, WILDCARD_PRINCIPAL, lets everybody",
    "MaterializeInc/materialize#36623, BALANCER_GROUP_REPLACED, has security groups",
    "rebuy-de/aws-nuke#1154, ENDPOINT_REJECTED, is rejected",
    "hashicorp/terraform-provider-aws#27761, ACCEPTANCE_OFF, accepts every endpoint by itself",
    "hashicorp/terraform-provider-aws#40583, REGION_ADDED, lets endpoints of Region us-east-1"
  })
  @Finds(Kind.EGRESS_GONE)
  void is_told_to_people(String report, Breakage breakage, String words) {
    looks.pass(Duration.ofMinutes(2));
    breakage.happen(path);
    looks.pass(WITHIN);
    assertThat(grace.told(words)).as(report).hasSize(1);
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "kubernetes-sigs/aws-load-balancer-controller#3771, RULES_REVOKED",
    "hashicorp/terraform-provider-aws#12420, RULES_TURNED_UDP",
    "cloudposse/terraform-aws-rds#30, SHARED_GROUP_ATTACHED",
    "hashicorp/terraform-provider-aws#17309, GROUP_CHANGED",
    "hashicorp/terraform-provider-aws#5605, WRITER_REMOVED",
    "hashicorp/terraform-provider-aws#7367, LISTENER_TLS",
    "'AWS, Target group health', FAILS_OPEN_EARLY",
    "hashicorp/terraform-provider-aws#25338, HEALTH_CHECK_ELSEWHERE",
    "kubernetes-sigs/aws-load-balancer-controller#1825, CLIENT_IP_PRESERVED",
    "haproxytech/kubernetes-ingress#463, PROXY_HEADER_ON",
    "hashicorp/terraform-provider-aws#41418, ZONE_REMOVED",
    "hashicorp/terraform#15316, RULE_BY_ADDRESS_REVOKED",
    "dbt-labs/docs.getdbt.com#6179, CROSS_ZONE_OFF",
    "kubernetes-sigs/aws-load-balancer-controller#4544, FOREIGN_TARGET",
    "aws-games/cloud-game-development-toolkit#571, TARGETS_REMOVED"
  })
  void is_mended(String report, Breakage breakage) {
    looks.pass(Duration.ofMinutes(2));
    Map<Part, String> before = Part.read(new Administrator(path));
    breakage.happen(path);
    looks.pass(WITHIN);
    assertThat(path.connectToWrite()).as(report).isInstanceOf(Reached.class);
    assertThat(Part.read(new Administrator(path))).isEqualTo(before);
    assertThat(new Administrator(path).writers().healthCheckPort()).isEqualTo("traffic-port");
  }
}
