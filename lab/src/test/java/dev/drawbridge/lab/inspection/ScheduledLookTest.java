package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Nobody asks: the schedule finds what is wrong, and people are told once. */
class ScheduledLookTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(37);
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DbId database = scenario.provider().database(orders("orders"));
  private final Encounter first = Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  private final VpcEndpoint endpoint = first.finish();
  private final Exposure path = Exposure.through(scenario, database, endpoint);
  private final Administrator by = new Administrator(path);

  @Test
  void a_sound_path_is_looked_at_and_nobody_is_told_anything() {
    int before = grace.messages().size();
    Changes changes = Changes.from(scenario);

    looks.pass(Duration.ofHours(2));

    assertThat(grace.messages()).hasSize(before);
    assertThat(changes.actions()).isEmpty();
    assertThat(changes.callsOf("CheckExposures")).isNotEmpty();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "ACCEPTANCE_OFF, accepts every endpoint by itself",
    "WILDCARD_PRINCIPAL, lets everybody",
    "PRINCIPAL_REMOVED, does not let",
    "LISTENER_ELSEWHERE, for the writer"
  })
  void people_are_told_once_of_what_only_they_can_mend(Breakage breakage, String words) {
    looks.pass(WITHIN);
    breakage.happen(path);

    looks.pass(WITHIN);
    assertThat(grace.told(words)).hasSize(1);

    Changes changes = Changes.from(scenario);
    looks.pass(Duration.ofHours(2));
    assertThat(grace.told(words)).hasSize(1);
    assertThat(changes.actions()).as("nothing is opened or cut").isEmpty();
  }

  /** A listener that leads to readers is moved, so that a new one takes its place. */
  @Test
  void people_are_told_of_one_port_too_many_though_it_leads_to_a_group_of_ours() {
    looks.pass(WITHIN);
    Breakage.LISTENER_ELSEWHERE.happen(path);
    Breakage.LISTENER_MOVED.happen(path);

    looks.pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(grace.told("port 40000 of the load balancer leads to")).hasSize(1);
  }

  @Test
  void people_are_told_when_it_is_over() {
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    looks.pass(WITHIN);
    by.ec2()
        .modifyVpcEndpointServicePermissions(
            r -> r.serviceId(by.service().serviceId()).removeAllowedPrincipals("*"));

    looks.pass(WITHIN);

    assertThat(grace.told("lets everybody")).hasSize(2).last().asString().contains("over, since");
  }

  @Tag("long")
  @Test
  void what_somebody_cut_by_hand_stays_cut_and_people_are_told() {
    looks.pass(WITHIN);
    Breakage.PRINCIPAL_REMOVED.happen(path);
    by.reject(endpoint.vpcEndpointId());

    looks.pass(Duration.ofHours(3));

    assertThat(first.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(grace.told(endpoint.vpcEndpointId() + " of orders/222222222222 is rejected"))
        .hasSize(1);
    assertThat(grace.told("does not let arn:aws:iam::222222222222:root in any more")).hasSize(1);
    assertThat(grace.questions()).hasSize(1);
  }

  @Test
  void an_endpoint_that_the_consumer_deletes_is_told_and_a_new_one_is_asked_about() {
    looks.pass(WITHIN);
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
    looks.pass(WITHIN);
    assertThat(grace.told("the consumer has to create another")).hasSize(1);

    VpcEndpoint another = first.createEndpoint();
    grace.approve(grace.question(2));
    // Nobody asked in a name of his own: such a question takes one more yes.
    scenario.approver("hopper@example.com").approve(grace.question(2));
    looks.pass(Duration.ofMinutes(30));

    assertThat(first.stateOf(another)).isEqualTo("available");
    assertThat(first.connect(another, 3307)).isInstanceOf(Reached.class);
    assertThat(grace.told("over, since")).isNotEmpty();
  }

  @Test
  void a_notice_of_another_endpoint_starts_a_run_that_asks_without_any_schedule() {
    looks.pass(WITHIN);
    scenario.installation().startSchedules(Duration.ofDays(1));
    VpcEndpoint another = first.createEndpoint();
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(grace.questions()).hasSize(2);
    grace.approve(grace.question(2));
    scenario.approver("hopper@example.com").approve(grace.question(2));
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(first.stateOf(another)).isEqualTo("available");
  }

  @Test
  void a_notice_of_a_deleted_endpoint_marks_its_claim_and_tells_without_any_schedule() {
    looks.pass(WITHIN);
    scenario.installation().startSchedules(Duration.ofDays(1));
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());

    scenario.world().scheduler().pause(Duration.ofMinutes(3));

    assertThat(grace.told("the consumer has to create another")).hasSize(1);
    assertThat(
            scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
                .filter(item -> item.toString().contains("pk=AttributeValue(S=claim#")))
        .singleElement()
        .satisfies(claim -> assertThat(claim.get("state")).isEqualTo(text("ONBOARDED")))
        .extracting(claim -> String.valueOf(claim.get("failure")))
        .asString()
        .contains(endpoint.vpcEndpointId() + " of orders/222222222222 is deleted");
  }

  @Test
  void a_record_that_nobody_can_read_stops_no_look() {
    DbId second = scenario.provider().database(orders("payroll"));
    String request = RequestText.to("payroll").json();
    VpcEndpoint to = Encounter.start(scenario, scenario.consumer(), grace, request).finish();
    Exposure payroll = Exposure.through(scenario, second, to);
    looks.pass(WITHIN);
    poison("orders");
    scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .deregisterTargets(
            r ->
                r.targetGroupArn(payroll.writerGroupArn())
                    .targets(scenario.world().elb().registered(payroll.writerGroupArn())));
    Breakage.WILDCARD_PRINCIPAL.happen(payroll);

    looks.pass(Duration.ofMinutes(20));

    assertThat(payroll.writes()).isTrue();
    assertThat(grace.told("lets everybody")).isNotEmpty();
    assertThat(scenario.log()).anyMatch(line -> line.contains("FailedInspections\":1"));
    assertThat(scenario.log().stream().filter(line -> line.contains("FailedInspections")))
        .last()
        .asString()
        .contains("FailedInspections\":0");
  }

  @Tag("long")
  @Test
  @Finds(Kind.NOT_SEEN)
  void a_path_that_cannot_be_looked_at_stops_no_other_and_is_told_after_a_while() {
    DbId second = scenario.provider().database(orders("payroll"));
    String request = RequestText.to("payroll").json();
    VpcEndpoint to = Encounter.start(scenario, scenario.consumer(), grace, request).finish();
    looks.pass(WITHIN);
    ByHand.put(
        scenario, Map.of("pk", text("claim#" + database.arn("cluster")), "sk", text("nobody")));
    Breakage.RULES_REVOKED.happen(path);
    Breakage.WILDCARD_PRINCIPAL.happen(Exposure.through(scenario, second, to));

    looks.pass(Duration.ofMinutes(20));

    assertThat(by.rules(by.databaseGroup(), false)).as("the others' are put back").isNotEmpty();
    assertThat(grace.told("could not be looked at"))
        .hasSize(1)
        .first()
        .asString()
        .contains(":orders");
    assertThat(grace.told("lets everybody")).isNotEmpty();
  }

  @Test
  void an_approval_that_nobody_can_read_hides_nothing_else() {
    ByHand.put(
        scenario,
        Map.of("pk", text("live#" + database.arn("cluster")), "sk", text("nobody#vpce-1")));
    Breakage.WILDCARD_PRINCIPAL.happen(path);

    looks.pass(WITHIN);

    assertThat(grace.told("lets everybody")).hasSize(1);
    assertThat(grace.told("a record of the path of")).hasSize(1);
    assertThat(scenario.log()).anyMatch(line -> line.contains("FailedInspections\":1"));
  }

  @Tag("long")
  @Test
  void a_look_that_fails_once_is_nobodys_business() {
    looks.pass(WITHIN);
    scenario
        .world()
        .faults()
        .plan(
            (who, what) ->
                who.role().equals("CheckExposures")
                    && what.equals("elasticloadbalancing:DescribeListeners"),
            Fault.CRASH_BEFORE_EFFECT,
            1);
    int before = grace.messages().size();

    looks.pass(Duration.ofMinutes(30));

    assertThat(grace.messages()).hasSize(before);
  }

  private static NewDatabase orders(String name) {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, name)
        .readers(1)
        .parameter("max_connect_errors", "1000000");
  }

  /** An item that nobody can read any more. */
  private void poison(String name) {
    scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
        .filter(item -> "inspection".equals(Objects.requireNonNull(item.get("pk")).s()))
        .map(item -> Objects.requireNonNull(item.get("sk")))
        .filter(key -> key.s().endsWith(":" + name))
        .forEach(key -> ByHand.put(scenario, Map.of("pk", text("inspection"), "sk", key)));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
