package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Who lets whom in: enforcement, and a database's group that Drawbridge may not touch. */
class AdmittanceTest {
  private static final Filter MANAGED =
      Filter.builder().name("tag:drawbridge:managed").values("true").build();
  private static final RequestText REQUEST = RequestText.to("orders");
  private static final RequestText UNMANAGED =
      RequestText.ofOwner("orders").with("manageDatabaseSecurityGroup", false);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scenario scenario = Scenario.virtual(13);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void with_enforcement_the_stated_addresses_get_through() {
    enforce();
    Encounter encounter = start(enforced("127.20.0.0/16"));
    VpcEndpoint endpoint = encounter.finish();
    assertThat(encounter.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(encounter.connect(endpoint, 5432)).isInstanceOf(Reached.class);
  }

  @Test
  void with_enforcement_other_addresses_of_the_same_consumer_do_not() {
    enforce();
    Encounter encounter = start(enforced("127.20.99.0/24"));
    VpcEndpoint endpoint = encounter.finish();
    assertThat(encounter.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 5433))
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked ->
                assertThat(blocked.reason()).isEqualTo(Blocked.Reason.LOAD_BALANCER_INBOUND));
  }

  @Test
  void a_rule_that_is_missing_in_a_group_of_the_owners_is_named_and_not_made() {
    Changes changes = Changes.from(scenario);
    DescribeExecutionResponse run = scenario.startByHand(UNMANAGED.json()).end(HOUR);
    assertThat(run.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(run.cause())
        .contains("manageDatabaseSecurityGroup", scenario.provider().databaseGroup().id(), "5432");
    assertThat(changes.actions()).doesNotContain("ec2:AuthorizeSecurityGroupIngress");
  }

  @Test
  void rules_that_the_owner_has_made_are_enough_even_if_they_are_wider() {
    scenario.startByHand(UNMANAGED.json()).end(HOUR);
    scenario
        .world()
        .ec2()
        .allowInbound(scenario.provider().databaseGroup(), 5432, 5432, loadBalancerGroup());
    scenario
        .world()
        .ec2()
        .allowInbound(
            scenario.provider().databaseGroup(),
            5432,
            5432,
            scenario.provider().vpc().cidrs().getFirst());
    scenario.expose(UNMANAGED);
    Encounter encounter = start(REQUEST);
    Changes changes = Changes.from(scenario);

    VpcEndpoint endpoint = encounter.finish();

    assertThat(encounter.run().describe().status())
        .as(encounter.run().describe().cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(changes.actions()).doesNotContain("ec2:AuthorizeSecurityGroupIngress");
  }

  private SecurityGroupRecord loadBalancerGroup() {
    String id =
        scenario
            .installation()
            .clientsOf("operator")
            .ec2()
            .describeSecurityGroups(r -> r.filters(MANAGED))
            .securityGroups()
            .getFirst()
            .groupId();
    return scenario.world().ec2().securityGroup(id).orElseThrow();
  }

  private static RequestText enforced(String cidr) {
    return REQUEST.with("enforcement", "on").with("consumerCidrs", List.of(cidr));
  }

  private void enforce() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
