package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Names of nothing, and requests as large as Step Functions takes them, leave nothing behind. */
class MadeUpInputTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int NAMES = 3;

  private final Scenario scenario = Scenario.virtual(9);
  private final Approver grace = scenario.approver("grace@example.com");

  @Test
  void runs_and_calls_for_databases_that_there_are_not_leave_no_item_and_no_metric_of_their_name() {
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    String items = items();
    for (int i = 0; i < NAMES; i++) {
      String name = "made-up-" + i;
      String arn = "arn:aws:rds:eu-central-1:111111111111:cluster:" + name;
      scenario.startByHand(RequestText.to(name).json()).end(HOUR);
      scenario.startByHand(RequestText.to(arn).json()).end(HOUR);
      scenario.startByHand(RequestText.ofOwner(name).json()).end(HOUR);
      Refresh.startWith(
              scenario,
              "{\"databaseIdentifier\":\"%s\",\"cause\":\"made-up%s: x\"}".formatted(name, i))
          .end();
      Refresh.startWith(scenario, "{\"databaseIdentifier\":\"%s\"}".formatted(arn)).end();
      Offboarding.startByHand(scenario, RequestText.to(name).without("acceptHostBlockRisk").json())
          .end();
      Map<String, String> calls =
          Map.of("", "{}", "/hold", "{\"hold\":true}", "?plan=true", "{\"enforcement\":\"on\"}");
      calls.forEach(
          (path, body) ->
              assertThat(ada.call("PUT", "/databases/" + name + path, body).status())
                  .isEqualTo(404));
      assertThat(ada.call("GET", "/databases/" + name).status()).isEqualTo(404);
      assertThat(ada.call("POST", "/onboardings", RequestText.to(name).json()).status())
          .isEqualTo(400);
    }
    scenario.world().scheduler().pause(Duration.ofDays(1));

    assertThat(items()).isEqualTo(items);
    assertThat(scenario.log())
        .filteredOn(line -> line.startsWith("{\"_aws\""))
        .noneMatch(line -> line.contains("made-up"));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_193, 255_000, 256_500, 262_000})
  void a_request_of_any_size_is_refused_before_anything_is_made(int size) {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    RequestText request = RequestText.to("orders");
    String items = items();
    Changes changes = Changes.from(scenario);
    for (RequestText each :
        List.of(
            request.with("purpose", "x".repeat(size - 200)),
            request.with("x", "x".repeat(size - 200)),
            request.with("consumerCidrs", List.of("1".repeat(size - 200))))) {
      DescribeExecutionResponse end = scenario.startByHand(each.json()).end(HOUR);
      assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    assertThat(changes.actions()).isEmpty();
    assertThat(items()).isEqualTo(items);
  }

  @Test
  void blanks_make_a_request_no_larger() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    String request = RequestText.to("orders").json();
    Encounter there =
        Encounter.startByHand(
                scenario,
                scenario.consumer(),
                grace,
                "{" + " ".repeat(255_000) + request.substring(1))
            .invited();
    there.createEndpoint();
    grace.deny(there.question());

    assertThat(there.end().error()).isEqualTo("Denied");
  }

  private String items() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString();
  }
}
