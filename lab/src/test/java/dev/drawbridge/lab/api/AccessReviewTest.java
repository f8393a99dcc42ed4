package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Who may reach which database, beside what AWS has open. */
class AccessReviewTest {
  private final Scenario scenario = Scenario.virtual(33);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Described described = new Described();

  @Test
  void every_open_endpoint_is_shown_with_the_yes_that_covers_it_or_as_nobodys() {
    String arn =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1))
            .arn("cluster");
    assertThat(review("").path("access")).isEmpty();
    Encounter there =
        Encounter.start(
            scenario,
            scenario.consumer(),
            grace,
            RequestText.to("orders").with("purpose", "for the shop").json());
    VpcEndpoint approved = there.finish();
    VpcEndpoint byHand = there.createEndpoint();
    VpcEndpoint waiting = there.createEndpoint();
    accept(byHand);
    scenario.world().scheduler().pause(Duration.ofMinutes(3));
    assertThat(there.connect(approved, 5433)).isInstanceOf(Reached.class);
    scenario.world().scheduler().pause(Duration.ofHours(16));
    assertThat(there.connect(approved, 5432)).isInstanceOf(Reached.class);
    assertThat(there.connect(approved, 5433)).isInstanceOf(Reached.class);

    JsonNode page = review("");
    assertThat(page.path("access")).hasSize(2);
    JsonNode yes = of(page, approved);
    assertThat(yes.path("standing").asText()).isEqualTo("APPROVED");
    assertThat(yes.path("endpointState").asText()).isEqualTo("available");
    assertThat(yes.path("endpointRegion").asText()).isEqualTo("eu-central-1");
    assertThat(yes.path("databaseArn").asText()).isEqualTo(arn);
    assertThat(yes.path("principal").asText()).isEqualTo("arn:aws:iam::222222222222:root");
    assertThat(yes.path("purpose").asText()).isEqualTo("for the shop");
    assertThat(yes.at("/requestedBy/0").asText()).startsWith("ada@example.com");
    assertThat(yes.at("/approvedBy/0/by").asText()).startsWith("grace@example.com");
    assertThat(yes.at("/approvedBy/0/at").asText()).isNotEmpty();
    assertThat(of(page, byHand).path("standing").asText()).isEqualTo("NOT_APPROVED");
    assertThat(yes.path("use").asText()).isEqualTo("SEEN");
    assertThat(yes.path("lastUsedOn").asText()).isEqualTo("2026-01-06");
    assertThat(yes.path("lastBytes").asLong()).as("two handshakes").isEqualTo(240);
    assertThat(of(page, byHand).path("use").asText()).isEqualTo("NONE");
    assertThat(of(page, byHand).has("lastUsedOn")).isFalse();
    scenario.world().faults().plan("monitoring:GetMetricData", Fault.ACCESS_DENIED, 1);
    JsonNode uncounted = review("");
    assertThat(uncounted.path("access")).hasSize(2);
    assertThat(uncounted.path("access").findValuesAsText("use")).containsOnly("UNKNOWN");
    assertThat(page.toString()).doesNotContain(waiting.vpcEndpointId());
    assertThat(review("?database=another").path("access")).isEmpty();
    assertThat(review("?database=ORDERS").path("access")).hasSize(2);
    assertThat(review("?nextToken=" + encoded(arn)).path("access")).isEmpty();

    scenario.consumer().deleteEndpoint(approved.vpcEndpointId());
    ByHand.put(scenario, Map.of("pk", text("live#" + arn), "sk", text("nobody#vpce-1")));
    scenario.world().scheduler().pause(Duration.ofMinutes(3));
    JsonNode later = review("");
    assertThat(of(later, approved).path("endpointState").asText()).isIn("deleted", "absent");
    assertThat(of(later, approved).path("standing").asText()).isEqualTo("APPROVED");
    assertThat(later.at("/unreadable/0").asText()).contains(arn, "nobody#vpce-1");
  }

  private void accept(VpcEndpoint endpoint) {
    String name = endpoint.serviceName();
    scenario
        .installation()
        .clientsOf("administrator")
        .ec2()
        .acceptVpcEndpointConnections(
            r ->
                r.serviceId(name.substring(name.lastIndexOf('.') + 1))
                    .vpcEndpointIds(endpoint.vpcEndpointId()));
  }

  private JsonNode review(String query) {
    ApiCaller.Reply reply = ada.call("GET", "/access" + query);
    described.holds("GET", "/access", reply);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private static JsonNode of(JsonNode page, VpcEndpoint endpoint) {
    for (JsonNode entry : page.path("access")) {
      if (entry.path("endpointId").asText().equals(endpoint.vpcEndpointId())) {
        return entry;
      }
    }
    throw new AssertionError(endpoint.vpcEndpointId() + " is not in " + page);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
