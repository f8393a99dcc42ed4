package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** One bad item or event stops no other, and no run ends without anybody knowing. */
class PoisonTest {
  private static final RequestText REQUEST = RequestText.to("orders");

  private final Scenario scenario = Scenario.virtual(43);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void a_decision_that_nobody_can_read_keeps_no_other_consumer_waiting() {
    Encounter first = start(REQUEST, scenario.consumer()).invited();
    first.createEndpoint();
    first.question();
    items("approval#")
        .forEach(
            item ->
                ByHand.put(
                    scenario, with(item, "votes", "[{\"approve\":\"perhaps\"}]", "APPROVED")));

    Encounter second = start(other(), otherSite()).invited();
    second.createEndpoint();
    grace.approve(second.question());

    assertThat(second.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    sweep(Duration.ofMinutes(5));
    assertThat(scenario.log())
        .anyMatch(line -> line.contains("FailedWaits\":1"))
        .anyMatch(line -> line.contains("wait of orders/222222222222"));
    assertThat(scenario.log())
        .noneMatch(line -> line.contains("\"CheckWaits\"") && line.contains("ERROR"));
  }

  @Test
  void a_decision_that_was_stored_without_a_comment_is_delivered() {
    Encounter first = start(REQUEST, scenario.consumer()).invited();
    first.createEndpoint();
    scenario.world().faults().plan("states:SendTaskSuccess", Fault.CRASH_BEFORE_EFFECT, 1);
    grace.approve(first.question());
    items("approval#")
        .forEach(
            item ->
                ByHand.put(
                    scenario,
                    with(
                        item,
                        "votes",
                        ByHand.text(item, "votes").replaceAll(",\"comment\":\"[^\"]*\"", ""),
                        "APPROVED")));

    sweep(Duration.ofMinutes(10));

    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_wait_that_nobody_can_read_keeps_no_other_consumer_waiting() {
    ByHand.put(
        scenario,
        Map.of("pk", AttributeValue.fromS("wait"), "sk", AttributeValue.fromS("nobody's")));
    scenario.installation().startSchedules(Duration.ofMinutes(1));

    Encounter first = start(REQUEST, scenario.consumer()).invited();
    first.createEndpoint();
    grace.approve(first.question());

    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void the_end_of_a_run_with_an_endless_identifier_reaches_nobodys_dead_letters() {
    Encounter run =
        Encounter.startByHand(
            scenario,
            scenario.consumer(),
            grace,
            REQUEST.with("databaseIdentifier", "a".repeat(3000)).json());

    assertThat(run.end().status()).isEqualTo(ExecutionStatus.FAILED);
    scenario.world().scheduler().pause(Duration.ofHours(1));

    assertThat(ends()).isNotEmpty().noneMatch(line -> line.contains("ERROR"));
  }

  @Test
  void an_end_that_somebody_made_up_ends_nothing() {
    Encounter run = start(REQUEST, scenario.consumer()).invited();
    run.createEndpoint();
    String question = run.question();
    List<Map<String, AttributeValue>> before = items("claim#");
    assertThat(before).isNotEmpty();

    for (String time : List.of("2020-01-01T00:00:00Z", now())) {
      ByHand.invoke(
          scenario,
          "RecordExecutionEnd",
          "{\"time\":\"%s\",\"detail\":{\"executionArn\":\"%s\",\"status\":\"ABORTED\",\"input\":%s}}"
              .formatted(time, run.run().executionArn(), TextNode.valueOf(REQUEST.json())));
    }

    assertThat(items("claim#")).isEqualTo(before);
    assertThat(grace.told("broke off")).isEmpty();
    grace.approve(question);
    assertThat(run.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void people_are_told_once_of_a_run_that_somebody_aborted() {
    Encounter run = start(REQUEST, scenario.consumer()).invited();
    run.run().stop();
    scenario.world().scheduler().pause(Duration.ofHours(1));

    assertThat(grace.told("broke off")).hasSize(1).first().asString().contains("ABORTED");
  }

  @Test
  void people_are_told_once_of_a_run_whose_worker_failed_to_the_last_try() {
    scenario
        .world()
        .faults()
        .plan(
            (who, what) -> who.role().equals("CreateTargetGroups"),
            Fault.CRASH_BEFORE_EFFECT,
            10_000);
    Encounter run = start(REQUEST, scenario.consumer());

    DescribeExecutionResponse end = run.run().end(Duration.ofHours(6));
    scenario.world().scheduler().pause(Duration.ofHours(1));

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(grace.told(run.run().executionArn())).hasSize(1);
  }

  @Test
  void people_are_told_once_of_a_run_that_nobody_came_to() {
    Encounter run = start(REQUEST, scenario.consumer()).invited();

    run.run().end(Duration.ofDays(30));
    scenario.world().scheduler().pause(Duration.ofHours(1));

    assertThat(grace.told("Execution: " + run.run().executionArn())).hasSize(1);
  }

  private static RequestText other() {
    return REQUEST.with("consumerAccountId", "333333333333");
  }

  private ConsumerSite otherSite() {
    return scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
  }

  private Encounter start(RequestText request, ConsumerSite site) {
    return Encounter.start(scenario, site, grace, request.json());
  }

  private void sweep(Duration time) {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario.world().scheduler().pause(time);
  }

  private String now() {
    return scenario.world().scheduler().now().toString();
  }

  private List<String> ends() {
    return scenario.log().stream().filter(line -> line.contains("RecordExecutionEnd")).toList();
  }

  private List<Map<String, AttributeValue>> items(String prefix) {
    return ByHand.items(scenario).stream()
        .filter(item -> ByHand.text(item, "pk").startsWith(prefix))
        .toList();
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String attribute, String value, String status) {
    Map<String, AttributeValue> changed = new HashMap<>(item);
    changed.put(attribute, AttributeValue.fromS(value));
    changed.put("status", AttributeValue.fromS(status));
    return changed;
  }
}
