package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Offboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * An item of any kind that nobody can read: each sweep says so, and goes on with all others.
 *
 * <p>Two databases with two consumers each, the second of whom waits: at the one for an endpoint,
 * at the other for an answer. The items that are spoilt are all of the first database.
 */
@Tag("long")
class UnreadableItemsTest {
  private static final List<String> SWEEPS = List.of("CheckWaits", "CheckDrift", "CheckExposures");

  /** Kinds that sweeps read; of any other none can say that one cannot be read. */
  private static final Set<String> READ =
      Set.of(
          "approval", "claim", "exposure", "hold", "inspection", "live", "record-unsent", "wait");

  /** What operators list, and the kinds of items that each is made from. */
  private static final Map<String, Set<String>> LISTED =
      Map.of(
          "/onboardings", Set.of("onboarding", "claim", "wait"),
          "/records", Set.of("record"),
          "/approvals", Set.of("approval", "wait", "onboarding"),
          "/access", Set.of("exposure", "live"),
          "/databases/orders", Set.of("claim"));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scenario scenario = Scenario.virtual(97);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final ConsumerSite second =
      scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
  private final List<String> wrong = new ArrayList<>();
  private final Map<VpcEndpoint, Encounter> opened = new LinkedHashMap<>();

  @Test
  void of_every_kind_stops_no_sweep_and_rings_an_alarm() throws IOException {
    for (String name : List.of("orders", "payroll")) {
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, name)
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
      Encounter first = start(name, "222222222222", scenario.consumer());
      opened.put(first.finish(), first);
      Encounter waiting = start(name, "333333333333", second).invited();
      if (name.equals("orders")) {
        waiting.createEndpoint();
        waiting.question();
      }
    }
    hold();
    ByHand.put(scenario, with(first("record "), "pk", AttributeValue.fromS("record-unsent")));
    sweep("CheckExposures");

    for (Map.Entry<String, Map<String, AttributeValue>> each : ofEachKind().entrySet()) {
      spoil(each.getKey(), each.getValue(), UnreadableItemsTest::emptied);
      spoil(each.getKey(), each.getValue(), UnreadableItemsTest::garbled);
    }

    Map<String, AttributeValue> answered =
        ByHand.items(scenario).stream()
            .filter(item -> ByHand.text(item, "pk").startsWith("approval#"))
            .filter(item -> item.toString().contains("APPROVED"))
            .findFirst()
            .orElseThrow();
    ByHand.put(scenario, garbled(answered));
    list("/access", "the question of a yes", answered, true);
    assertThat(wrong).isEmpty();
    assertThat(scenario.log()).anyMatch(line -> line.contains("\"UnreadableItems\":1"));
    anothersClaimKeepsNobodyFromLeaving();
  }

  private void anothersClaimKeepsNobodyFromLeaving() {
    ByHand.items(scenario).stream()
        .filter(item -> ByHand.text(item, "pk").startsWith("claim#"))
        .filter(item -> ByHand.text(item, "sk").contains("333333333333"))
        .forEach(item -> ByHand.put(scenario, emptied(item)));
    String cause =
        Offboarding.startByHand(
                scenario,
                "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}")
            .end()
            .cause();
    Map.Entry<VpcEndpoint, Encounter> first = opened.entrySet().iterator().next();
    assertThat(first.getValue().stateOf(first.getKey())).as(cause).isEqualTo("rejected");
  }

  private void spoil(
      String kind, Map<String, AttributeValue> item, UnaryOperator<Map<String, AttributeValue>> how)
      throws IOException {
    ByHand.put(scenario, how.apply(item));
    // The next look at every path is due.
    scenario.world().scheduler().pause(Duration.ofMinutes(11));
    List<String> failed = new ArrayList<>();
    boolean looked = false;
    for (String sweep : SWEEPS) {
      InvocationResult result = sweep(sweep);
      if (!result.succeeded()) {
        wrong.add("%s of %s ends %s: %s".formatted(kind, item.get("sk"), sweep, result.payload()));
        continue;
      }
      JsonNode output = JSON.readTree(result.payload());
      output.path("failed").forEach(each -> failed.add(each.asText()));
      looked |= output.path("looked").toString().contains(":payroll");
    }
    if (failed.isEmpty() == READ.contains(kind)) {
      wrong.add("%s of %s: said was %s".formatted(kind, item.get("sk"), failed));
    }
    if (failed.stream().anyMatch(each -> each.contains("payroll"))) {
      wrong.add("%s of %s stops others: %s".formatted(kind, item.get("sk"), failed));
    }
    if (!looked) {
      wrong.add("%s of %s: nobody looked at payroll".formatted(kind, item.get("sk")));
    }
    LISTED.forEach((path, kinds) -> list(path, kind, item, kinds.contains(kind)));
    ByHand.put(scenario, item);
  }

  /** The rest is answered, and what is left out is named: to none but those whom it concerns. */
  private void list(String path, String kind, Map<String, AttributeValue> item, boolean named) {
    if (path.startsWith("/databases") && !kind.equals("claim")) {
      return; // a look of its own, which needs no further proof
    }
    ApiCaller.Reply reply = ada.call("GET", path);
    if (reply.status() != 200 || reply.body().path("unreadable").isEmpty() == named) {
      wrong.add(
          "%s of %s: GET %s is %d %s"
              .formatted(kind, item.get("sk"), path, reply.status(), reply.body()));
    }
    if (path.equals("/onboardings") && reply.body().path("onboardings").size() < 3) {
      wrong.add("%s of %s takes others off the list".formatted(kind, item.get("sk")));
    }
  }

  /** One item of each kind, and where there is a choice of the first database. */
  private Map<String, Map<String, AttributeValue>> ofEachKind() {
    Map<String, Map<String, AttributeValue>> kinds = new TreeMap<>();
    for (Map<String, AttributeValue> item : ByHand.items(scenario)) {
      String kind = ByHand.text(item, "pk").split("#", 2)[0];
      if (!item.toString().contains("payroll") && !kind.equals("approver")) {
        kinds.put(kindOf(item, kind), item);
      }
    }
    assertThat(kinds.keySet()).containsAll(READ);
    return kinds;
  }

  /** A hold of everything, and a part of a database, are items of exposures as well. */
  private static String kindOf(Map<String, AttributeValue> item, String partition) {
    if (ByHand.text(item, "sk").equals("part")) {
      return "part";
    }
    return ByHand.text(item, "pk").endsWith("#*") ? "hold" : partition;
  }

  private static Map<String, AttributeValue> emptied(Map<String, AttributeValue> item) {
    return Map.of(
        "pk", Objects.requireNonNull(item.get("pk")), "sk", Objects.requireNonNull(item.get("sk")));
  }

  private static Map<String, AttributeValue> garbled(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> garbled = new HashMap<>(item);
    garbled.replaceAll(
        (name, value) -> Set.of("pk", "sk").contains(name) ? value : AttributeValue.fromS("?"));
    return garbled;
  }

  private void hold() {
    Map<String, AttributeValue> exposure = first("exposure#");
    ByHand.put(
        scenario,
        Map.of(
            "pk", AttributeValue.fromS("exposure#*"),
            "sk", AttributeValue.fromS("exposure"),
            "version", AttributeValue.fromN("1"),
            "document",
                AttributeValue.fromS(
                    ByHand.text(exposure, "document")
                        .replaceAll("arn:aws:rds[^\"]*:orders", "*"))));
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String attribute, AttributeValue value) {
    Map<String, AttributeValue> changed = new HashMap<>(item);
    changed.put(attribute, value);
    return changed;
  }

  private Map<String, AttributeValue> first(String kind) {
    return ByHand.items(scenario).stream()
        .filter(item -> (ByHand.text(item, "pk") + " ").startsWith(kind))
        .filter(item -> !item.toString().contains("payroll"))
        .findFirst()
        .orElseThrow();
  }

  private Encounter start(String database, String account, ConsumerSite site) {
    RequestText request = RequestText.to(database).with("consumerAccountId", account);
    return Encounter.start(scenario, site, grace, request.json());
  }

  private InvocationResult sweep(String worker) {
    return ByHand.invoke(scenario, worker, "{}");
  }
}
