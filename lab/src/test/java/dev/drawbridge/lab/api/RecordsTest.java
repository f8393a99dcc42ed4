package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Who did what stays on record, and is an event. */
class RecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUEUE = "audit";
  private static final List<String> STORY =
      List.of(
          "REQUESTED ada@example.com (IAM Identity Center)",
          "QUESTION_PUT drawbridge",
          "APPROVED_BY grace@example.com (IAM Identity Center)",
          "PATH_OPENED drawbridge",
          "ONBOARDED drawbridge",
          "END_ORDERED ada@example.com (IAM Identity Center)",
          "PATH_CLOSED drawbridge",
          "OFFBOARDED drawbridge");

  private final Scenario scenario = Scenario.virtual(21);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Described described = new Described();

  @BeforeEach
  void listen() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario
        .world()
        .queues()
        .create(
            Scenario.PROVIDER,
            QUEUE,
            "events.amazonaws.com",
            Scenario.PROVIDER.arn("events", "rule/audit"));
    EventBridgeClient events = scenario.installation().clientsOf("operator").eventBridge();
    events.putRule(r -> r.name("audit").eventPattern("{\"source\":[\"drawbridge\"]}"));
    events.putTargets(
        r ->
            r.rule("audit")
                .targets(
                    Target.builder().id("q").arn(Scenario.PROVIDER.arn("sqs", QUEUE)).build()));
  }

  @Test
  void a_path_from_request_to_end_is_told_in_order_and_each_deed_is_an_event_of_the_same_words() {
    String id = life();

    List<JsonNode> records = records();
    assertThat(records.reversed().stream().filter(RecordsTest::ofPath).map(RecordsTest::told))
        .containsExactlyElementsOf(STORY);
    JsonNode yes = records.stream().filter(r -> is(r, "APPROVED_BY")).findFirst().orElseThrow();
    JsonNode opened = records.stream().filter(r -> is(r, "PATH_OPENED")).findFirst().orElseThrow();
    assertThat(yes.path("verifiedBy").asText()).isEqualTo("IDENTITY_CENTER");
    assertThat(yes.path("subjectDigest")).isEqualTo(opened.path("subjectDigest"));
    assertThat(yes.path("executionArn").asText()).contains("api-" + id);
    List<JsonNode> events = events();
    assertThat(events.stream().map(event -> event.path("detail")))
        .containsExactlyInAnyOrderElementsOf(records);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("detail-type").asText()).isEqualTo("Drawbridge Record");
              assertThat(event.path("time").asText())
                  .startsWith(event.path("detail").path("at").asText().substring(0, 19));
              assertThat(event.path("resources").path(0))
                  .isEqualTo(event.path("detail").path("databaseArn"));
            });
    assertThat(unsent()).isZero();
  }

  @Test
  void an_event_that_the_bus_does_not_take_comes_later_and_keeps_nobody_waiting() {
    scenario.world().faults().plan("events:PutEvents", Fault.INTERNAL_ERROR, 30);

    life();
    scenario.world().scheduler().pause(Duration.ofMinutes(30));

    assertThat(scenario.world().faults().usedUp()).isTrue();
    assertThat(unsent()).isZero();
    assertThat(new HashSet<>(events().stream().map(event -> event.path("detail")).toList()))
        .containsExactlyInAnyOrderElementsOf(records());
  }

  @Test
  void the_same_request_again_is_the_same_deed_and_a_hold_is_one_each_time() {
    String request = RequestText.to("orders").json();
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "another").readers(1));
    for (int i = 0; i < 5; i++) {
      ada.call("POST", "/onboardings", request);
      ada.call("PUT", "/databases/another/hold", "{\"hold\":" + (i % 2 == 0) + "}");
      scenario.world().scheduler().pause(Duration.ofSeconds(70));
    }
    assertThat(records().stream().filter(r -> is(r, "REQUESTED"))).hasSize(1);
    assertThat(records().stream().filter(r -> is(r, "HOLD_CHANGED"))).hasSize(5);
    assertThat(events().stream().filter(e -> is(e.path("detail"), "REQUESTED"))).hasSize(1);
  }

  @Test
  void pages_follow_each_other_and_hold_each_record_once() {
    for (int i = 0; i < 60; i++) {
      ada.call("PUT", "/databases/orders/hold", "{\"hold\":" + (i % 2 == 0) + "}");
      scenario.world().scheduler().pause(Duration.ofSeconds(2));
    }
    assertThat(page("").path("records")).hasSize(50);
    assertThat(records()).hasSize(60).doesNotHaveDuplicates();
    assertThat(records().stream().map(r -> r.path("at").asText()).toList().reversed()).isSorted();
  }

  /** Asked for, approved, open, ended. */
  private String life() {
    Encounter there =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    there.finish();
    String id =
        ada.call("GET", "/onboardings").body().path("onboardings").path(0).path("id").asText();
    assertThat(ada.call("DELETE", "/onboardings/" + id).succeeded()).isTrue();
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    return id;
  }

  private List<JsonNode> records() {
    List<JsonNode> all = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = page(token);
      page.path("records").forEach(all::add);
      token = page.path("nextToken").asText();
    } while (!token.isEmpty());
    return all;
  }

  private JsonNode page(String token) {
    ApiCaller.Reply reply =
        ada.call(
            "GET",
            token.isEmpty()
                ? "/records"
                : "/records?nextToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    described.holds("GET", "/records", reply);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private List<JsonNode> events() {
    return scenario.world().queues().bodies(Scenario.PROVIDER.arn("sqs", QUEUE)).stream()
        .map(RecordsTest::json)
        .toList();
  }

  private long unsent() {
    return scenario
        .installation()
        .clientsOf("operator")
        .dynamoDb()
        .scan(r -> r.tableName("drawbridge"))
        .items()
        .stream()
        .filter(item -> "record-unsent".equals(Objects.requireNonNull(item.get("pk")).s()))
        .count();
  }

  private static boolean ofPath(JsonNode entry) {
    return entry.has("principal");
  }

  private static boolean is(JsonNode entry, String kind) {
    return entry.path("kind").asText().equals(kind);
  }

  private static String told(JsonNode entry) {
    return entry.path("kind").asText() + " " + entry.path("by").asText();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
