package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Offboarding;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** What an onboarding is said to be, from the first request to the second end. */
class StandingTest {
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(15);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void is_right_through_a_life_an_end_and_another_life() {
    Encounter first = start();
    assertThat(status()).isIn("REQUESTED", "BUILDING");
    first.invited();
    assertThat(status()).isEqualTo("WAITING_FOR_CONSUMER");
    assertThat(one().path("invitation").toString())
        .contains("availabilityZoneIds\":[\"euc1-az", "\"readerPort\":3306", "\"writerPort\":3307");
    assertThat(grace.invitations().getLast()).contains("security group has to let in: 3306, 3307");
    VpcEndpoint endpoint = first.createEndpoint();
    String question = first.question();
    assertThat(status()).isEqualTo("WAITING_FOR_APPROVAL");
    assertThat(one().has("invitation")).isFalse();
    grace.approve(question);
    first.end();
    JsonNode onboarded = one();
    assertThat(onboarded.path("status").asText()).isEqualTo("ONBOARDED");
    assertThat(onboarded.at("/approvedEndpoints/0/endpointId").asText())
        .isEqualTo(endpoint.vpcEndpointId());
    assertThat(onboarded.at("/approvedEndpoints/0/approvalId").asText()).isEqualTo(question);

    ApiCaller.Reply ordered = ada.call("DELETE", path());
    assertThat(ordered.body().path("status").asText()).isEqualTo("LEAVING");
    Offboarding.newest(scenario).end();
    JsonNode left = one();
    assertThat(left.path("status").asText()).isEqualTo("OFFBOARDED");
    assertThat(left.has("result")).isFalse();
    assertThat(left.path("approvedEndpoints")).isEmpty();
    assertThat(ada.call("DELETE", path()).body().path("status").asText()).isEqualTo("OFFBOARDED");
    Offboarding.newest(scenario).end();

    Encounter again = start();
    assertThat(status()).as("asked again").isIn("REQUESTED", "BUILDING");
    again.invited();
    assertThat(status()).isEqualTo("WAITING_FOR_CONSUMER");
    again.createEndpoint();
    grace.approve(again.question());
    again.end();
    assertThat(status()).isEqualTo("ONBOARDED");
  }

  @Test
  void a_consumer_learns_that_somebody_said_no_and_not_who() {
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    Encounter there = start().invited();
    String endpoint = there.createEndpoint().vpcEndpointId();
    grace.deny(there.question());
    there.end();

    assertThat(one().path("failure").asText()).contains("grace@example.com", endpoint);
    JsonNode told = consumer.call("GET", path()).body();
    assertThat(told.path("failure").asText()).isEqualTo("an approver denied endpoint " + endpoint);
    assertThat(consumer.call("GET", "/onboardings").body().toString()).doesNotContain("grace");
    assertThat(consumer.call("DELETE", path()).body().toString()).doesNotContain("grace");
  }

  @Test
  void whoever_asks_again_and_leaves_before_anything_has_begun_has_left() {
    start().finish();
    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();
    Onboarding again = scenario.onboard(REQUEST);

    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();

    assertThat(status()).isEqualTo("OFFBOARDED");
    assertThat(again.describe().statusAsString()).isEqualTo("ABORTED");
    again.redrive();
    assertThat(again.end(Duration.ofHours(1)).cause()).contains("has left");
    assertThat(grace.invitations()).hasSize(1);
    assertThat(status()).isEqualTo("OFFBOARDED");
  }

  @Test
  void a_later_wish_that_has_not_begun_ends_with_its_path() {
    Encounter first = start();
    VpcEndpoint endpoint = first.finish();
    scenario.onboard(RequestText.to("orders").with("purpose", "more").json());

    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();

    assertThat(status()).isEqualTo("OFFBOARDED");
    assertThat(first.stateOf(endpoint)).isEqualTo("rejected");
  }

  /** The item goes as its claim does; whoever has come back stays. */
  @Test
  void who_has_left_is_forgotten_after_120_days_and_who_came_back_is_not() {
    start().finish();
    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();
    assertThat(items()).anyMatch(item -> item.contains("onboarding") && item.contains("expiresAt"));
    start().finish();
    assertThat(items())
        .filteredOn(item -> item.contains("executionName"))
        .isNotEmpty()
        .noneMatch(item -> item.contains("expiresAt"));
  }

  @Test
  void all_that_is_kept_of_who_has_left_goes_by_itself() {
    ada.call(
        "POST",
        "/onboardings",
        REQUEST,
        Map.of("Content-Type", "application/json", "Idempotency-Key", "once"));
    start().finish();
    Offboarding.order(scenario, ada, ada.onboardingId(), true).end();

    assertThat(
            scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
                .filter(item -> !item.toString().matches("(?s).*expiresAt=AttributeValue\\(N=.*"))
                .map(item -> Objects.requireNonNull(item.get("pk")).s().split("#", -1)[0])
                .distinct())
        .as("one a database, or one in all")
        .isSubsetOf("exposure", "inspection", "turns");
  }

  private List<String> items() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
        .map(Object::toString)
        .filter(item -> item.contains("requestedAt"))
        .toList();
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private String path() {
    return "/onboardings/" + ada.onboardingId();
  }

  private JsonNode one() {
    ApiCaller.Reply reply = ada.call("GET", path());
    new Described().holds("GET", "/onboardings/{id}", reply);
    return reply.body();
  }

  private String status() {
    return one().path("status").asText();
  }
}
