package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usually 200 clients; {@code -Ddrawbridge.clients=1000} sends more. */
@Tag("long")
class DuplicatesTest {
  private static final int CLIENTS = Integer.getInteger("drawbridge.clients", 200);
  private static final int TRIES = 20;

  private final Scenario scenario = Scenario.virtual(17);
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final List<ApiCaller.Reply> replies = new ArrayList<>();

  @ParameterizedTest(name = "with a key of their own: {0}")
  @CsvSource({"true", "false"})
  void many_at_once_and_workers_that_die_give_one_onboarding(boolean keys) {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    for (String action : List.of("dynamodb:PutItem", "dynamodb:GetItem", "states:StartExecution")) {
      for (Fault fault :
          List.of(
              Fault.CRASH_BEFORE_EFFECT,
              Fault.CRASH_AFTER_EFFECT,
              Fault.TIMEOUT_AFTER_EFFECT,
              Fault.THROTTLED)) {
        scenario
            .world()
            .faults()
            .plan((caller, called) -> asks(caller) && called.equals(action), fault, 10);
      }
    }
    for (int i = 0; i < CLIENTS; i++) {
      String key = keys ? "key-" + i : "one-key";
      scenario.world().scheduler().spawn("client " + i, () -> ask(key));
    }
    scenario.world().scheduler().await(() -> replies.size() == CLIENTS, Duration.ofHours(1));
    Set<String> ids = new HashSet<>();
    for (ApiCaller.Reply reply : replies) {
      assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
      assertThat(reply.body().path("attempt").asInt()).isEqualTo(1);
      ids.add(reply.body().path("id").asText());
    }
    assertThat(ids).hasSize(1);
    assertThat(runs()).hasSize(1);
    assertThat(scenario.world().faults().usedUp()).isTrue();
  }

  @Test
  void a_request_is_on_record_before_its_run_can_work() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario
        .world()
        .faults()
        .forbid((caller, called) -> asks(caller) && called.equals("states:StartExecution"));

    int status = ada.call("POST", "/onboardings", RequestText.to("orders").json()).status();

    assertThat(status).isGreaterThanOrEqualTo(400);
    assertThat(runs()).isEmpty();
    assertThat(ada.call("GET", "/records").body().toString()).contains("REQUESTED");
  }

  /** A client as clients are: what has no answer of its own is sent again. */
  private void ask(String key) {
    for (int i = 0; i < TRIES; i++) {
      ApiCaller.Reply reply =
          ada.call(
              "POST",
              "/onboardings",
              RequestText.to("orders").json(),
              Map.of("Content-Type", "application/json", "Idempotency-Key", key));
      if (reply.status() < 500 && reply.status() != 429) {
        replies.add(reply);
        return;
      }
      scenario.world().scheduler().pause(Duration.ofSeconds(1 + i));
    }
    throw new IllegalStateException("no answer after " + TRIES + " tries");
  }

  private List<String> runs() {
    return scenario.installation().runs("OnboardConsumerStateMachine").stream()
        .map(run -> run.name())
        .toList();
  }

  private static boolean asks(Caller caller) {
    return caller.role().equals("RequestOnboarding");
  }
}
