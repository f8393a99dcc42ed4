package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What took the place of a database that is gone is followed by its owner's order, after a yes. */
class OrderedSuccessorTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final NewDatabase ORDERS =
      NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1);

  private final Scenario scenario = Scenario.virtual(132);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @Test
  void a_restored_database_is_followed_after_an_order_that_names_it_and_a_yes_to_each_endpoint() {
    Exposure path = Exposure.of(scenario, scenario.provider().database(ORDERS));
    scenario.installation().startSchedules(Rules.EVERY);
    String approved = resourceId();
    assertThat(order("cluster-ELSEWHERE").cause()).contains("is there, with the resource id");
    scenario.world().rds().destroy(path.database());
    DbId restored = scenario.provider().database(ORDERS);
    pass(Duration.ofMinutes(15));
    assertThat(path.connectToWrite()).isNotInstanceOf(Reached.class);
    String next = scenario.world().rds().cluster(restored).resourceId();
    assertThat(order(approved).cause()).contains("no database of the name", approved);
    JsonNode plan =
        ada.call("PUT", "/databases/orders?plan=true", naming(next)).body().path("changes");
    assertThat(plan)
        .extracting(JsonNode::asText)
        .containsExactly("databaseResourceId: %s -> %s".formatted(approved, next));
    int asked = grace.questions().size();

    Onboarding run = ordered(next);

    String question = grace.question(asked + 1);
    JsonNode read = grace.read(question).body();
    assertThat(read.path("change").asText()).contains(approved + " -> " + next);
    assertThat(read.at("/subject/databaseResourceId").asText()).isEqualTo(next);
    pass(Duration.ofMinutes(15));
    assertThat(path.connectToWrite()).isNotInstanceOf(Reached.class);
    grace.approve(question);
    assertThat(run.end(HOUR).status())
        .as("%s", run.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(path.writes()).isTrue();
    pass(Duration.ofMinutes(15));
    assertThat(path.writes()).isTrue();
    assertThat(path.writerGroup()).isSubsetOf(addresses(restored));
    assertThat(path.readerGroup()).isSubsetOf(addresses(restored));
    assertThat(resourceId()).isEqualTo(next);
    Encounter again =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    assertThat(again.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(again.run().statesEntered()).doesNotContain("RequestApproval");
  }

  @Test
  void a_no_leaves_the_path_leading_nowhere_and_the_record_as_it_was() {
    Exposure path = Exposure.of(scenario, scenario.provider().database(ORDERS));
    scenario.installation().startSchedules(Rules.EVERY);
    String approved = resourceId();
    scenario.world().rds().destroy(path.database());
    DbId restored = scenario.provider().database(ORDERS);
    pass(Duration.ofMinutes(15));
    int asked = grace.questions().size();
    Onboarding run = ordered(scenario.world().rds().cluster(restored).resourceId());

    grace.deny(grace.question(asked + 1));

    assertThat(run.end(HOUR).error()).isEqualTo("Denied");
    pass(Duration.ofMinutes(15));
    assertThat(path.connectToWrite()).isNotInstanceOf(Reached.class);
    assertThat(resourceId()).isEqualTo(approved);
  }

  @Test
  void
      a_snapshot_restored_under_the_name_of_a_renamed_database_takes_no_place_while_that_is_there() {
    Exposure path = Exposure.of(scenario, scenario.provider().database(ORDERS));
    scenario.installation().startSchedules(Rules.EVERY);
    Approver hopper = scenario.approver("hopper@example.com");
    String approved = resourceId();
    DbId discarded = scenario.world().rds().rename(path.database(), "orders-old");
    DbId snapshot =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "restored").readers(1));
    DbId restored = scenario.world().rds().rename(snapshot, "orders");
    String next = scenario.world().rds().cluster(restored).resourceId();
    pass(Duration.ofMinutes(15));
    assertThat(path.writerGroup()).as("nobody has said yes").isSubsetOf(addresses(discarded));
    assertThat(hopper.told("its name is taken by another with the resource id " + next)).hasSize(1);

    assertThat(order(next).cause()).contains("is there, with the resource id " + approved);
    assertThat(resourceId()).isEqualTo(approved);
  }

  private DescribeExecutionResponse order(String id) {
    return ordered(id).end(HOUR);
  }

  private Onboarding ordered(String id) {
    return Onboarding.change(scenario, ada, "orders", naming(id));
  }

  private static String naming(String id) {
    return "{\"databaseResourceId\":\"%s\"}".formatted(id);
  }

  private String resourceId() {
    return ada.call("GET", "/databases/orders").body().path("resourceId").asText();
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }

  private Set<String> addresses(DbId database) {
    return scenario.world().rds().instances(database).stream()
        .map(DbInstance::address)
        .collect(Collectors.toSet());
  }
}
