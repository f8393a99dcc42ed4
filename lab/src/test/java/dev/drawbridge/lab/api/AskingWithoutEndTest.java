package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A consumer account that has onboardings begun anew without end. */
class AskingWithoutEndTest {
  private static final int A_DAY = 10;

  private final Scenario scenario = Scenario.virtual(13);
  private final ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));

  @Test
  void is_stopped_for_the_day_and_may_still_leave() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    for (int i = 0; i < A_DAY; i++) {
      ApiCaller.Reply asked = ask();
      assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
      assertThat(ask().status()).as("the same again").isEqualTo(202);
      endTheRun(asked.body().path("id").asText());
    }

    ApiCaller.Reply refused =
        consumer.call(
            "POST",
            "/onboardings",
            RequestText.to("orders").json(),
            Map.of("Content-Type", "application/json", "Idempotency-Key", "refused"));

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "3600");
    assertThat(scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString())
        .as("what is refused binds no key")
        .doesNotContain("idempotency#");
    new Described().holds("POST", "/onboardings", refused);
    String own = consumer.onboardingId();
    assertThat(consumer.call("DELETE", "/onboardings/" + own).status()).isEqualTo(202);
    ApiCaller program = scenario.caller(Principal.session("111111111111", "program", "x"));
    assertThat(program.call("POST", "/onboardings", RequestText.to("orders").json()).status())
        .as("the provider's own")
        .isEqualTo(202);
    endTheRun(own);
    scenario.world().scheduler().pause(Duration.ofDays(1));
    assertThat(ask().status()).isEqualTo(202);
  }

  @Test
  void of_sixty_roles_at_once_twenty_get_a_path() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Map<Integer, Integer> statuses = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String wish =
          RequestText.to("orders")
              .with("consumerRoleArn", "arn:aws:iam::222222222222:role/made-up-" + i)
              .json();
      scenario
          .world()
          .scheduler()
          .spawn(
              "role " + i,
              () ->
                  statuses.merge(
                      consumer.call("POST", "/onboardings", wish).status(), 1, Integer::sum));
    }

    scenario
        .world()
        .scheduler()
        .await(
            () -> statuses.values().stream().mapToInt(Integer::intValue).sum() == 60,
            Duration.ofMinutes(5));

    assertThat(statuses).isEqualTo(Map.of(202, 20, 429, 40));
  }

  private void endTheRun(String id) {
    SfnClient states = scenario.installation().clientsOf("operator").states();
    scenario.installation().runs("OnboardConsumerStateMachine").stream()
        .filter(run -> run.name().startsWith("api-" + id))
        .filter(run -> run.status() == ExecutionStatus.RUNNING)
        .forEach(run -> states.stopExecution(r -> r.executionArn(run.executionArn())));
  }

  private ApiCaller.Reply ask() {
    return consumer.call("POST", "/onboardings", RequestText.to("orders").json());
  }
}
