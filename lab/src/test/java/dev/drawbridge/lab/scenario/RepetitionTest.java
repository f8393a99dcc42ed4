package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Second requests: of the same consumer and of others. */
class RepetitionTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText REQUEST = RequestText.to("orders");
  private static final RequestText SECOND = REQUEST.with("consumerAccountId", "333333333333");
  private static final String ENFORCED = "on";

  private final Scenario scenario = Scenario.virtual(5);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void a_second_consumer_changes_nothing_of_the_provider_but_the_principal() {
    start(scenario.consumer(), REQUEST).finish();
    Changes changes = Changes.from(scenario);

    Encounter second = start(secondConsumer(), SECOND);
    VpcEndpoint endpoint = second.finish();

    assertSucceeded(second);
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(changes.actions())
        .containsExactly(
            "ec2:ModifyVpcEndpointServicePermissions", "ec2:AcceptVpcEndpointConnections");
  }

  @Test
  void with_enforcement_a_second_consumer_adds_its_own_rules_besides() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", ENFORCED));
    start(scenario.consumer(), enforced(REQUEST, "127.20.0.0/16")).finish();
    Changes changes = Changes.from(scenario);

    Encounter second = start(secondConsumer(), enforced(SECOND, "127.30.0.0/16"));
    VpcEndpoint endpoint = second.finish();

    assertSucceeded(second);
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(changes.actions())
        .containsExactly(
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:AcceptVpcEndpointConnections",
            "ec2:AuthorizeSecurityGroupIngress");
  }

  @Test
  void running_again_after_success_changes_nothing_and_gives_the_same_result() {
    Encounter first = start(scenario.consumer(), REQUEST);
    first.finish();
    Changes changes = Changes.from(scenario);

    Encounter again = start(scenario.consumer(), REQUEST);

    assertThat(again.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(changes.actions()).isEmpty();
    assertThat(again.run().output()).isEqualTo(first.run().output());
  }

  @Test
  void the_same_request_while_one_is_running_joins_it() {
    Encounter first = start(scenario.consumer(), REQUEST).invited();
    Changes changes = Changes.from(scenario);

    Encounter second = startByHand(REQUEST);

    assertThat(second.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(second.run().output().path("outcome").asText()).isEqualTo("RUNNING");
    assertThat(second.run().output().path("executionArn").asText())
        .isEqualTo(first.run().executionArn());
    assertThat(changes.actions()).isEmpty();
    first.createEndpoint();
    grace.approve(first.question());
    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_changed_request_while_one_is_running_is_a_conflict_that_names_the_run() {
    Encounter first = start(scenario.consumer(), REQUEST).invited();
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse second =
        startByHand(REQUEST.with("consumerVpcId", "vpc-0123456789abcdef0")).end();

    assertThat(second.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(second.cause()).contains("orders", "222222222222", first.run().executionArn());
    assertThat(changes.actions()).isEmpty();
    assertThat(first.run().describe().status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void the_same_request_succeeds_after_a_run_that_was_aborted() {
    Encounter first = start(scenario.consumer(), REQUEST);
    assertThat(first.run().reaches("CreateListeners", HOUR)).isTrue();
    first.run().stop();

    Encounter second = start(scenario.consumer(), REQUEST);
    second.finish();

    assertSucceeded(second);
    assertThat(second.run().output().path("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void the_same_request_succeeds_after_a_denial() {
    Encounter first = start(scenario.consumer(), REQUEST).invited();
    first.createEndpoint();
    grace.deny(first.question());
    first.end();

    Encounter second = start(scenario.consumer(), REQUEST);
    VpcEndpoint endpoint = second.finish();

    assertSucceeded(second);
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_consumer_who_asks_for_other_ports_is_sent_to_the_owner() {
    scenario.expose(RequestText.ofOwner("orders").with("writerPort", 3400));
    start(scenario.consumer(), REQUEST.with("writerPort", 3400)).finish();
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse second =
        Encounter.startByHand(
                scenario, secondConsumer(), grace, SECOND.with("writerPort", 3500).json())
            .end();

    assertThat(second.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(second.cause()).contains("writerPort", "3500", "3400", "PUT /databases/orders");
    assertThat(changes.actions()).isEmpty();
  }

  private static RequestText enforced(RequestText request, String cidr) {
    return request.with("enforcement", ENFORCED).with("consumerCidrs", List.of(cidr));
  }

  private ConsumerSite secondConsumer() {
    return scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
  }

  private Encounter start(ConsumerSite consumer, RequestText request) {
    return Encounter.start(scenario, consumer, grace, request.json());
  }

  /** A run of its own: the API would join the one that there is, or refuse at once. */
  private Encounter startByHand(RequestText request) {
    return Encounter.startByHand(scenario, scenario.consumer(), grace, request.json());
  }

  private void assertSucceeded(Encounter encounter) {
    DescribeExecutionResponse run = encounter.run().describe();
    assertThat(run.status())
        .as("%s %s", run.error(), run.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
