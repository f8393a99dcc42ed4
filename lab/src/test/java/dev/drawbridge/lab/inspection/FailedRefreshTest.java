package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A failover in the state that somebody has left: the run that fails says what stands in the way.
 */
class FailedRefreshTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scenario scenario = Scenario.virtual(41);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Exposure path = Exposure.of(scenario, database);

  @Test
  void names_the_security_group_that_lacks_a_rule() {
    Breakage.RULES_REVOKED.happen(path);
    assertThat(failure()).contains("security group lacks a rule", "TCP 3306 from sg-");
  }

  @Test
  void names_the_port_whose_listener_is_gone() {
    Breakage.RULES_REVOKED.happen(path);
    Breakage.LISTENERS_DELETED.happen(path);
    assertThat(failure()).contains("the listener on port 3306, for readers, is gone");
  }

  @Test
  void says_nothing_more_where_the_database_alone_is_the_cause() {
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
    scenario.world().rds().stop(path.scenario().world().rds().writer(database).orElseThrow().id());
    Refresh refresh = Refresh.start(scenario, "orders");
    refresh.end();
    assertThat(refresh.cause()).doesNotContain("security group", "listener");
  }

  @Test
  void has_the_path_be_looked_at_at_once() throws IOException {
    new Looks(scenario).pass(Duration.ofMinutes(2));
    scenario.installation().startSchedules(Duration.ofDays(1));
    Breakage.RULES_REVOKED.happen(path);
    assertThat(hastened()).isFalse();
    postponeTheNextLook();
    assertThat(looked()).isEmpty();

    assertThat(failure()).contains("security group lacks a rule");

    assertThat(hastened()).isTrue();
    assertThat(looked()).containsExactly(database.arn("cluster"));
    assertThat(hastened()).as("it is answered").isFalse();
  }

  /** By a day: where few are exposed, the path's turn would come before the run has failed. */
  private void postponeTheNextLook() {
    String tomorrow = scenario.world().scheduler().now().plus(Duration.ofDays(1)).toString();
    for (Map<String, AttributeValue> item : inspections().toList()) {
      Map<String, AttributeValue> later = new HashMap<>(item);
      String document = ByHand.text(item, "document");
      later.put(
          "document",
          AttributeValue.fromS(
              document.replaceFirst("\"nextAt\":\"[^\"]+", "\"nextAt\":\"" + tomorrow)));
      ByHand.put(scenario, later);
    }
  }

  /** The databases at which a look is due at the moment, which is made. */
  private List<String> looked() throws IOException {
    String output = ByHand.invoke(scenario, "CheckExposures", "{}").payload();
    List<String> looked = new ArrayList<>();
    JSON.readTree(output).path("looked").forEach(arn -> looked.add(arn.asText()));
    return looked;
  }

  private boolean hastened() {
    return inspections().anyMatch(item -> item.containsKey("dueAt"));
  }

  private Stream<Map<String, AttributeValue>> inspections() {
    return ByHand.items(scenario).stream()
        .filter(item -> ByHand.text(item, "pk").equals("inspection"));
  }

  private String failure() {
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    scenario.world().rds().failover(database, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(30));
    return Refresh.all(scenario).stream()
        .filter(run -> run.status() == Status.FAILED)
        .map(Refresh::cause)
        .reduce((earlier, last) -> last)
        .orElseThrow();
  }
}
