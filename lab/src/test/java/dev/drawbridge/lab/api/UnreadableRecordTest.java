package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody asks for the very thing whose item nobody can read. */
class UnreadableRecordTest {
  private static final String UNREADABLE = "urn:drawbridge:problem:unreadable";

  private final Scenario scenario = Scenario.virtual(31);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
  private final ApiCaller stranger = scenario.caller(Principal.session("333333333333", "app", "x"));
  private String onboarding = "";

  @BeforeEach
  void onboard() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json()).finish();
    onboarding = "/onboardings/" + ada.onboardingId();
  }

  @ParameterizedTest
  @ValueSource(strings = {"onboarding", "claim#"})
  void of_an_onboarding_operators_read_which_and_the_consumer_whom_to_ask(String kind) {
    spoil(kind, "databaseArn", "principal");

    ApiCaller.Reply told = ada.call("GET", onboarding);
    ApiCaller.Reply withheld = consumer.call("GET", onboarding);

    assertUnreadable(told);
    assertThat(detail(told)).contains("item " + kind, "restore the item", "ItemNotShown");
    assertUnreadable(withheld);
    assertThat(detail(withheld)).contains("operators").doesNotContain("item " + kind);
    new Described().holds("GET", "/onboardings/{id}", told);
    assertThat(scenario.log()).anyMatch(line -> line.contains("\"UnreadableItems\":1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void of_anothers_onboarding_a_stranger_hears_no_more_than_of_none(String method) {
    spoil("onboarding", "databaseArn", "principal");

    assertHidden(stranger, method);
    assertUnreadable(consumer.call(method, onboarding));
    assertThat(scenario.log()).anyMatch(line -> line.contains("\"UnreadableItems\":1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void of_one_that_does_not_say_whose_it_is_only_operators_hear(String method) {
    spoil("onboarding");

    assertHidden(consumer, method);
    assertThat(scenario.log())
        .as("somebody has to look all the same")
        .anyMatch(line -> line.contains("\"UnreadableItems\":1"));
    assertUnreadable(ada.call(method, onboarding));
  }

  private void assertHidden(ApiCaller caller, String method) {
    String none = "/onboardings/" + "0".repeat(32);
    ApiCaller.Reply hidden = caller.call(method, onboarding);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(said(hidden, onboarding)).isEqualTo(said(caller.call(method, none), none));
  }

  /** All but what is of the call itself. */
  private static String said(ApiCaller.Reply reply, String path) {
    return reply
        .body()
        .toString()
        .replace(reply.body().path("requestId").asText(), "")
        .replace(path.substring(path.lastIndexOf('/') + 1), "");
  }

  @Test
  void of_a_database_its_operators_read_which() {
    spoil("exposure#");

    ApiCaller.Reply told = ada.call("GET", "/databases/orders");

    assertUnreadable(told);
    assertThat(detail(told)).contains("item exposure#", ":cluster:orders", "restore the item");
    new Described().holds("GET", "/databases/{id}", told);
    assertThat(scenario.log()).anyMatch(line -> line.contains("\"UnreadableItems\":1"));
  }

  private static void assertUnreadable(ApiCaller.Reply reply) {
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(500);
    assertThat(reply.body().path("type").asText()).isEqualTo(UNREADABLE);
    assertThat(reply.body().path("requestId").asText()).isNotEmpty();
  }

  private static String detail(ApiCaller.Reply reply) {
    return reply.body().path("detail").asText();
  }

  /** All items of a kind lose everything but their keys and these attributes. */
  private void spoil(String kind, String... kept) {
    List<Map<String, AttributeValue>> items =
        ByHand.items(scenario).stream()
            .filter(item -> ByHand.text(item, "pk").startsWith(kind))
            .filter(item -> !ByHand.text(item, "sk").equals("part"))
            .toList();
    assertThat(items).isNotEmpty();
    for (Map<String, AttributeValue> item : items) {
      Map<String, AttributeValue> emptied = new HashMap<>(item);
      List<String> left = new ArrayList<>(List.of("pk", "sk"));
      left.addAll(List.of(kept));
      emptied.keySet().retainAll(left);
      ByHand.put(scenario, emptied);
    }
  }
}
