package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.sqs.SqsService;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events of RDS come through a queue, several at a time. */
class QueuedEventsTest {
  private static final String QUEUE = Scenario.PROVIDER.arn("sqs", "drawbridge-database-events");
  private static final String LETTERS =
      Scenario.PROVIDER.arn("sqs", "drawbridge-dead-letters-TriggerRefresh");

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(71));
  private final SqsService queues = scenario.world().queues();

  @Test
  void events_of_one_database_in_a_batch_cost_one_start_and_a_bad_one_spoils_none() {
    DbId orders = expose("orders");
    DbId invoices = expose("invoices");
    int before = Refresh.all(scenario).size();
    Changes changes = Changes.from(scenario);
    InvocationResult result =
        ByHand.invoke(
            scenario,
            "TriggerRefresh",
            "{\"Records\":[%s]}"
                .formatted(
                    String.join(
                        ",",
                        record("1", "no JSON"),
                        record("2", event(orders, "RDS-EVENT-0006")),
                        record("3", event(orders, "RDS-EVENT-0071")),
                        record("4", event(orders, "RDS-EVENT-0385")),
                        record("5", event(invoices, "RDS-EVENT-0071")))));
    assertThat(result.payload()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(changes.callsOf("TriggerRefresh"))
        .filteredOn(call -> call.action().equals("states:StartExecution"))
        .hasSize(2);
    assertThat(Refresh.all(scenario)).hasSize(before + 2);
    assertThat(scenario.log())
        .filteredOn(line -> line.contains("TriggerRefresh"))
        .last()
        .asString()
        .contains("GATHERED", "not JSON");
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    assertThat(Refresh.all(scenario).stream().skip(before).map(run -> run.output().path("cause")))
        .as("a failover names the run")
        .allMatch(cause -> cause.asText().contains("RDS-EVENT-0071"));
  }

  @Test
  void a_failover_makes_two_runs_at_most_and_leaves_the_queue_empty() {
    DbId orders = expose("orders");
    int before = Refresh.all(scenario).size();
    scenario.world().rds().failover(orders, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    assertThat(Refresh.all(scenario).size() - before).isBetween(1, 2);
    assertThat(Refresh.all(scenario)).allMatch(Refresh::ended);
    assertThat(scenario.log())
        .as("events during the run leave a mark")
        .anyMatch(line -> line.contains("TriggerRefresh") && line.contains("MARKED"));
    assertThat(queues.bodies(QUEUE)).isEmpty();
    assertThat(queues.bodies(LETTERS)).isEmpty();
  }

  @Test
  void what_nobody_can_read_is_a_dead_letter_after_two_hours_and_holds_up_no_other() {
    DbId orders = expose("orders");
    int before = Refresh.all(scenario).size();
    Stream.concat(
            Stream.of("no JSON"),
            IntStream.range(0, 12).mapToObj(i -> event(orders, "RDS-EVENT-0088")))
        .forEach(body -> queues.take(QUEUE, body));
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    assertThat(Refresh.all(scenario)).as("of two batches").hasSizeGreaterThan(before);
    assertThat(queues.bodies(QUEUE)).containsExactly("no JSON");
    scenario.world().scheduler().pause(Duration.ofMinutes(100));
    assertThat(queues.bodies(LETTERS)).isEmpty();
    scenario.world().scheduler().pause(Duration.ofMinutes(20));
    assertThat(queues.bodies(LETTERS)).containsExactly("no JSON");
    assertThat(queues.bodies(QUEUE)).isEmpty();
  }

  private DbId expose(String name) {
    DbId made =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1));
    scenario.expose(RequestText.ofOwner(name));
    return made;
  }

  private static String event(DbId cluster, String eventId) {
    return """
    {"id": "%s-%s", "detail-type": "RDS DB Cluster Event", "source": "aws.rds",
     "detail": {"EventID": "%s", "SourceArn": "%s"}}"""
        .formatted(cluster.name(), eventId, eventId, cluster.arn("cluster"));
  }

  private static String record(String id, String body) {
    return "{\"messageId\": \"%s\", \"body\": %s}".formatted(id, new TextNode(body));
  }
}
