package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** A consumer claims what AWS shows to be its account's at this very service, and nothing else. */
class EndpointClaimsTest {
  private static final int MOST = 20;

  private final Scenario scenario = Scenario.virtual(14);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
  private final RequestText request = RequestText.to("orders");

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void an_endpoint_that_there_is_not_or_that_is_anothers_is_refused() {
    String path = ask();
    assertThat(claim(path, "vpce-0123456789abcdef0").status())
        .as("nothing is built")
        .isEqualTo(409);
    Encounter there = start().invited();
    ConsumerSite other =
        scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
    Encounter theirs =
        Encounter.start(
                scenario, other, grace, request.with("consumerAccountId", "333333333333").json())
            .invited();
    String another = theirs.createEndpoint().vpcEndpointId();

    for (int i = 0; i < MOST + 5; i++) {
      ApiCaller.Reply made = claim(path, "vpce-%017x".formatted(i));
      assertThat(made.status()).isEqualTo(409);
      assertThat(made.body().path("detail").asText()).contains("vpce-%017x".formatted(i));
    }
    assertThat(claim(path, another).status()).isEqualTo(409);
    VpcEndpoint gone = there.createEndpoint();
    scenario.consumer().deleteEndpoint(gone.vpcEndpointId());
    assertThat(claim(path, gone.vpcEndpointId()).status()).as("deleted").isEqualTo(409);

    assertThat(claimed(path)).isEmpty();
    VpcEndpoint own = there.createEndpoint();
    assertThat(claim(path, own.vpcEndpointId()).status()).isEqualTo(200);
    scenario.consumer().deleteEndpoint(own.vpcEndpointId());
    assertThat(claim(path, own.vpcEndpointId()).status()).as("AWS is not asked").isEqualTo(200);
    assertThat(claimed(path)).containsExactly(own.vpcEndpointId());
  }

  @Test
  void endpoints_that_are_gone_leave_room_for_others() {
    String path = ask();
    Encounter there = start().invited();
    List<String> made = new ArrayList<>();
    for (int i = 0; i <= MOST; i++) {
      String endpoint = there.createEndpoint().vpcEndpointId();
      assertThat(claim(path, endpoint).status()).isEqualTo(200);
      made.add(endpoint);
      if (i < MOST) {
        scenario.consumer().deleteEndpoint(endpoint);
      }
    }

    assertThat(claimed(path)).containsExactly(made.getLast());
  }

  private String ask() {
    return "/onboardings/"
        + consumer.call("POST", "/onboardings", request.json()).body().path("id").asText();
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }

  private ApiCaller.Reply claim(String path, String endpoint) {
    return consumer.call(
        "POST", path + "/endpoints", "{\"endpointId\":\"%s\"}".formatted(endpoint));
  }

  private List<String> claimed(String path) {
    List<String> claimed = new ArrayList<>();
    consumer
        .call("GET", path)
        .body()
        .path("claimedEndpoints")
        .forEach(each -> claimed.add(each.asText()));
    return claimed;
  }
}
