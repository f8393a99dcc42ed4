package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.inspection.Finds;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** A yes may have a last day: the world begins on 2026-01-05. */
class EndDateTest {
  private static final RequestText REQUEST =
      RequestText.to("orders").with("purpose", "reports").with("validUntil", "2026-01-05");

  private final Scenario scenario = Scenario.virtual(31);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final ApiCaller reader = scenario.caller(scenario.people().approver("joan@example.com"));

  @BeforeEach
  void expose() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Tag("long")
  @Test
  @Finds({Kind.END_DATE_NEAR, Kind.END_DATE_PASSED})
  void people_are_told_before_and_the_path_is_closed_when_the_day_is_over() {
    Encounter there = Encounter.start(scenario, scenario.consumer(), grace, REQUEST.json());
    there.invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    JsonNode asked = reader.call("GET", "/approvals/" + question).body();
    assertThat(asked.at("/subject/purpose").asText()).isEqualTo("reports");
    assertThat(asked.at("/subject/validUntil").asText()).isEqualTo("2026-01-05");
    assertThat(asked.path("waitingEndpoints"))
        .singleElement()
        .satisfies(
            waiting ->
                assertThat(waiting.path("endpointId").asText())
                    .isEqualTo(endpoint.vpcEndpointId()));
    grace.approve(question);
    there.end();
    scenario.installation().startSchedules(Duration.ofMinutes(30));

    until("2026-01-05T23:30:00Z");
    assertThat(grace.told("ask again with a later day")).hasSize(1);
    assertThat(there.stateOf(endpoint)).isEqualTo("available");
    until("2026-01-06T01:00:00Z");

    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(onboarding().path("status").asText()).isEqualTo("OFFBOARDED");
    assertThat(ada.call("GET", "/records").body().path("records"))
        .anySatisfy(
            entry -> {
              assertThat(entry.path("kind").asText()).isEqualTo("END_ORDERED");
              assertThat(entry.path("by").asText()).isEqualTo("drawbridge");
              assertThat(entry.path("words").asText()).contains("2026-01-05");
            });
  }

  @Test
  void a_later_day_is_asked_for_and_counts_only_after_the_yes() {
    Encounter first = Encounter.start(scenario, scenario.consumer(), grace, REQUEST.json());
    VpcEndpoint endpoint = first.finish();
    Encounter longer =
        Encounter.start(
            scenario, scenario.consumer(), grace, REQUEST.with("validUntil", "2026-01-06").json());
    grace.deny(longer.question());
    longer.end();
    assertThat(first.stateOf(endpoint)).isEqualTo("available");
    Encounter again =
        Encounter.start(
            scenario, scenario.consumer(), grace, REQUEST.with("validUntil", "2026-01-06").json());
    grace.approve(again.question());
    again.end();
    scenario.installation().startSchedules(Duration.ofMinutes(30));

    until("2026-01-06T02:00:00Z");
    assertThat(first.stateOf(endpoint)).isEqualTo("available");
  }

  @Test
  void a_day_that_is_over_or_does_not_exist_and_a_purpose_of_two_lines_are_refused() {
    for (RequestText bad :
        List.of(
            REQUEST.with("validUntil", "2026-01-04"),
            REQUEST.with("validUntil", "2026-02-30"),
            REQUEST.with("validUntil", "tomorrow"),
            REQUEST.with("validUntil", ""),
            REQUEST.with("purpose", "reports\nApproved by: Grace"),
            REQUEST.with("purpose", "reports\u202e"),
            REQUEST.with("purpose", "x".repeat(201)))) {
      assertThat(ada.call("POST", "/onboardings", bad.json()).status())
          .as(bad.json())
          .isEqualTo(400);
    }
  }

  private JsonNode onboarding() {
    return ada.call("GET", "/onboardings").body().path("onboardings").path(0);
  }

  private void until(String instant) {
    Instant now = scenario.world().scheduler().now();
    scenario.world().scheduler().pause(Duration.between(now, Instant.parse(instant)));
  }
}
