package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.State;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * Seeded requests of every kind: no answer is a 5xx, and none is outside the description. {@code
 * -Ddrawbridge.fuzz=N} sends N of them, {@code -Ddrawbridge.seed=S} others.
 */
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("drawbridge.fuzz", 500);
  private static final int MOST_ENDPOINTS = 20;
  private static final long SEED = Long.getLong("drawbridge.seed", 20_261_126L);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scenario scenario = Scenario.virtual(SEED);
  private final Described described = new Described();
  private final Junk junk = new Junk(new Random(SEED));
  private final List<String> onboardings = new ArrayList<>();
  private final List<String> approvals = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  void no_answer_is_a_5xx_or_outside_the_description() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    List<ApiCaller> callers =
        List.of(
            scenario.caller(scenario.people().operator("ada@example.com")),
            scenario.caller(scenario.people().approver("grace@example.com")),
            scenario.caller(scenario.people().approver("joan@example.com")),
            scenario.caller(Principal.session(Scenario.CONSUMER.account(), "app", "x")),
            scenario.caller(Principal.federatedUser(Scenario.PROVIDER.account(), "grace")),
            scenario.caller(Principal.session(Scenario.STRANGER, "app", "x")));
    for (int i = 0; i < REQUESTS; i++) {
      ask(junk.oneOf(callers), junk.oneOf(Catalogue.routes()));
      meanwhile();
    }
    // A fuzzer that reaches nothing finds nothing.
    assertThat(statuses).containsKeys(200, 202, 400, 403, 404, 409, 413, 415);
  }

  private void ask(ApiCaller caller, ApiRoute route) {
    ObjectNode good = good(route);
    String path =
        route.path().replace("{id}", id(route))
            + (route.method().equals("GET") ? junk.query() : "");
    String body = good.isEmpty() ? "" : junk.body(good);
    ApiCaller.Reply reply = caller.call(route.method(), path, body, headers());
    statuses.merge(reply.status(), 1, Integer::sum);
    assertThat(reply.status()).as("%s %s %s %s", route, path, body, reply.body()).isLessThan(500);
    described.holds(route.method(), route.path(), reply);
    if (reply.succeeded() && !body.isEmpty()) {
      assertThat(described.faultsOfBody(route.method(), route.path(), json(body)))
          .as("%s was accepted: %s", route.operationId(), body)
          .isEmpty();
    }
    remember(reply.body());
  }

  private String id(ApiRoute route) {
    if (route.path().startsWith("/databases")) {
      return junk.id(List.of("orders"));
    }
    return junk.id(route.path().startsWith("/approvals") ? approvals : onboardings);
  }

  private ObjectNode good(ApiRoute route) {
    return switch (route.operationId()) {
      case "requestOnboarding" -> {
        ObjectNode request = (ObjectNode) json(RequestText.to("orders").json());
        // Two requests for one path stand in each other's way.
        yield statuses.getOrDefault(202, 0) % 2 == 1
            ? request.put("consumerVpcId", "vpc-0123456789abcdef0")
            : request;
      }
      case "claimEndpoint" -> object("endpointId", "vpce-0123456789abcdef0");
      case "decide" ->
          object("decision", junk.chance(8) ? "approve" : "deny").put("digest", "0".repeat(64));
      case "changeDatabase" -> object("switching", "register");
      case "holdDatabase" -> object("reason", "fuzz").put("hold", true);
      default -> JsonNodeFactory.instance.objectNode();
    };
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (junk.chance(9)) {
      headers.put(
          "Content-Type",
          junk.chance(9) ? "application/json" : "application/x-www-form-urlencoded");
    }
    if (junk.chance(3)) {
      headers.put("Idempotency-Key", junk.oneOf(List.of("a", "b", "c d", "x".repeat(256))));
    }
    return headers;
  }

  /** Now and then time passes and the consumer makes an endpoint, so that questions come. */
  private void meanwhile() {
    if (!junk.chance(1)) {
      return;
    }
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    Ec2Client ec2 = scenario.consumer().clients().ec2();
    clearOut(ec2);
    ec2.describeVpcEndpointServices(r -> {}).serviceDetails().stream()
        .map(ServiceDetail::serviceName)
        .filter(name -> name.contains(".vpce-svc-"))
        .limit(junk.chance(3) ? 1 : 0)
        .forEach(scenario.consumer()::createEndpoint);
  }

  /** A VPC holds 50 endpoints: a consumer that has made many deletes them all. */
  private static void clearOut(Ec2Client ec2) {
    List<String> made =
        ec2.describeVpcEndpoints(r -> {}).vpcEndpoints().stream()
            .filter(each -> each.state() != State.DELETED && each.state() != State.DELETING)
            .map(VpcEndpoint::vpcEndpointId)
            .toList();
    if (made.size() >= MOST_ENDPOINTS) {
      ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(made));
    }
  }

  private void remember(JsonNode body) {
    body.findValuesAsText("id")
        .forEach(id -> (body.has("subject") ? approvals : onboardings).add(id));
    body.findValuesAsText("approvalId").forEach(approvals::add);
  }

  private static ObjectNode object(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("accepted although it is no JSON: " + text, e);
    }
  }
}
