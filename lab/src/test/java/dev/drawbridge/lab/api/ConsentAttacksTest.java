package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.wire.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Races, replays, lookalikes and paths by which somebody wanted more than was said yes to. */
class ConsentAttacksTest {
  private static final String ACCOUNT = Scenario.PROVIDER.account();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText REQUEST = RequestText.to("orders");

  private final Scenario scenario = Scenario.virtual(29);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Approver joan = scenario.approver("joan@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
  private final ApiCaller other = scenario.caller(Principal.session("333333333333", "app", "x"));
  private final ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "program-a", "x"));

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void paths_that_a_program_makes_up_take_no_place_of_the_consumer() {
    for (int i = 0; i < 20; i++) {
      assertThat(ask(program, REQUEST.with("consumerRoleArn", role("made-up-" + i))))
          .isEqualTo(202);
    }

    assertThat(ask(consumer, REQUEST)).isEqualTo(202);
  }

  @Test
  void a_token_that_somebody_made_up_leads_to_nothing_of_others() {
    String theirs = onboarding(consumer);
    for (String token : List.of(before(theirs), theirs, "0".repeat(32))) {
      JsonNode page = other.call("GET", "/onboardings?nextToken=" + token).body();
      assertThat(page.path("onboardings")).as(token).isEmpty();
      assertThat(page.has("nextToken")).as(token).isFalse();
    }
    for (String token : List.of("..", "%2e%2e", theirs + "%00", theirs.toUpperCase(Locale.ROOT))) {
      assertThat(other.call("GET", "/onboardings?nextToken=" + token).status())
          .as(token)
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/.", "/..", "%2f", "%00", ";x=1", "%20", "?x=%2e%2e%2f", "//"})
  void another_spelling_of_a_path_shows_nobody_elses_onboarding(String suffix) {
    String theirs = onboarding(consumer);
    for (String path :
        List.of("/onboardings/" + theirs + suffix, "/onboardings//" + theirs + suffix)) {
      ApiCaller.Reply reply = other.call("GET", path);
      assertThat(reply.body().toString()).as(path).doesNotContain("222222222222");
      assertThat(other.call("DELETE", path).status()).as(path).isBetween(400, 499);
    }
    assertThat(other.call("GET", "/onboardings/" + theirs.toUpperCase(Locale.ROOT)).status())
        .isEqualTo(404);
  }

  @Test
  void headers_that_name_another_caller_or_method_are_heard_by_nobody() {
    String path = "/onboardings/" + onboarding(consumer);
    Map<String, String> headers =
        Map.of(
            "X-HTTP-Method-Override", "DELETE",
            "X-Amzn-Caller-Account", "222222222222",
            "X-Forwarded-User", "ada@example.com",
            "X-Original-URL", "/records");

    assertThat(other.call("GET", path, "", headers).status()).isEqualTo(404);
    assertThat(other.call("GET", "/onboardings", "", headers).body().path("onboardings")).isEmpty();
    assertThat(consumer.call("GET", path, "", headers).body().path("status").asText())
        .isNotEqualTo("LEAVING");
  }

  @Test
  void json_that_is_deep_or_large_in_its_numbers_is_a_fault_of_the_sender() {
    for (String body :
        List.of(
            "[".repeat(8000),
            "{\"databaseIdentifier\":".repeat(300) + "1" + "}".repeat(300),
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":222222222222}",
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"quorum\":1e999999999}",
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"readerPort\":"
                + "9".repeat(5000)
                + "}",
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\uFF12\"}",
            "{\"databaseIdentifier\":\"0rders\uFE0E\",\"consumerAccountId\":\"222222222222\"}",
            "{\"databaseIdentifier\":\"\u043Erders\",\"consumerAccountId\":\"222222222222\"}",
            "{\"databaseIdentifier\":\"orders \",\"consumerAccountId\":\"222222222222\"}",
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"consumerRoleArn\":\"arn:aws:iam::333333333333:role/etl\"}",
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"consumerRoleArn\":\"arn:aws:iam::222222222222:role/*\"}")) {
      ApiCaller.Reply reply = ada.call("POST", "/onboardings", body);
      assertThat(reply.status()).as(body.substring(0, Math.min(90, body.length()))).isEqualTo(400);
      new Described().holds("POST", "/onboardings", reply);
    }
    assertThat(ada.call("GET", "/onboardings").body().path("onboardings")).isEmpty();
  }

  @Test
  void every_spelling_of_a_database_is_one_path() {
    String first = onboarding(ada);
    for (String name :
        List.of("ORDERS", "Orders", "arn:aws:rds:eu-central-1:111111111111:cluster:orders")) {
      ApiCaller.Reply again = ada.call("POST", "/onboardings", RequestText.to(name).json());
      assertThat(again.status()).as("%s: %s", name, again.body()).isEqualTo(202);
      assertThat(again.body().path("id").asText()).as(name).isEqualTo(first);
    }
  }

  @Test
  void a_yes_to_a_wish_that_another_took_the_place_of_opens_nothing() {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    assertThat(ask(consumer, REQUEST.with("purpose", "anything at all"))).isEqualTo(202);

    grace.approve(question);
    joan.approve(question);
    scenario.world().scheduler().pause(HOUR);

    assertThat(there.stateOf(endpoint)).isEqualTo("pendingAcceptance");
    assertThat(consumer.call("GET", "/onboardings").body().at("/onboardings/0/status").asText())
        .isEqualTo("WAITING_FOR_APPROVAL");
  }

  @Test
  void a_request_that_is_replayed_after_the_consumer_has_left_lets_nobody_in() {
    HttpCall signed =
        consumer.signed(
            "POST", "/onboardings", REQUEST.json(), Map.of("Content-Type", "application/json"));
    ApiCaller.Reply first = consumer.send(signed);
    String path = Objects.requireNonNull(first.headers().get("Location"));
    consumer.call("DELETE", path);
    scenario.world().scheduler().pause(Duration.ofMinutes(3));
    assertThat(status(path)).isEqualTo("OFFBOARDED");

    consumer.send(signed);
    scenario.world().scheduler().pause(HOUR);

    assertThat(status(path)).isEqualTo("WAITING_FOR_CONSUMER");
    assertThat(grace.questions()).isEmpty();
    assertThat(consumer.send(signed).status()).as("an hour later").isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 8})
  void an_order_to_leave_wins_over_a_yes_of_the_same_moment(int seconds) {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    String path = "/onboardings/" + consumer.onboardingId();
    scenario.world().scheduler().spawn("grace", () -> grace.approve(question));
    scenario.world().scheduler().pause(Duration.ofSeconds(seconds));

    assertThat(consumer.call("DELETE", path).status()).isEqualTo(202);
    scenario.world().scheduler().pause(HOUR);

    assertThat(status(path)).isEqualTo("OFFBOARDED");
    assertThat(there.stateOf(endpoint)).isIn("rejected", "deleted");
    assertThat(scenario.principals()).isEmpty();
    assertThat(ada.call("GET", "/access").body().path("access")).isEmpty();
  }

  @Test
  void requests_and_orders_to_leave_at_once_end_in_one_state_and_open_nothing() {
    start().invited();
    String path = "/onboardings/" + consumer.onboardingId();
    for (int i = 0; i < 10; i++) {
      String purpose = "try " + i;
      scenario
          .world()
          .scheduler()
          .spawn("asks " + i, () -> ask(consumer, REQUEST.with("purpose", purpose)));
      scenario.world().scheduler().spawn("leaves " + i, () -> consumer.call("DELETE", path));
    }
    scenario.world().scheduler().pause(HOUR);

    assertThat(status(path)).isIn("OFFBOARDED", "WAITING_FOR_CONSUMER", "FAILED");
    consumer.call("DELETE", path);
    scenario.world().scheduler().pause(HOUR);
    assertThat(status(path)).isEqualTo("OFFBOARDED");
    assertThat(scenario.principals()).isEmpty();
  }

  private static String before(String id) {
    char last = id.charAt(id.length() - 1);
    return id.substring(0, id.length() - 1)
        + (last == '0' ? '0' : (char) (last == 'a' ? '9' : last - 1));
  }

  private static String role(String name) {
    return "arn:aws:iam::222222222222:role/" + name;
  }

  private static String onboarding(ApiCaller who) {
    return who.call("POST", "/onboardings", REQUEST.json()).body().path("id").asText();
  }

  private static int ask(ApiCaller who, RequestText request) {
    return who.call("POST", "/onboardings", request.json()).status();
  }

  private String status(String path) {
    return ada.call("GET", path).body().path("status").asText();
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST.json());
  }
}
