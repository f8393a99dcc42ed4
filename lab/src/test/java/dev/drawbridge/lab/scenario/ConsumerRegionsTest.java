package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Consumers of other regions, and a name of the endpoint service's own. */
class ConsumerRegionsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText OWNER = RequestText.ofOwner("orders");
  private static final Caller FAR = new Caller("333333333333", "us-east-1", "root");

  private final Scenario scenario = Scenario.virtual(19);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void a_consumer_of_another_region_is_let_in_after_a_yes_that_names_it_and_stays_when_it_goes() {
    RequestText regions = OWNER.with("acceptHostBlockRisk", true);
    JsonNode exposed =
        scenario.expose(regions.with("consumerRegions", List.of("us-east-1"))).output();
    assertThat(exposed.path("consumerRegions")).hasToString("[\"us-east-1\"]");
    assertThat(supported()).containsExactly("us-east-1");

    ConsumerSite far = scenario.consumer(FAR, "127.30");
    Encounter there = Encounter.start(scenario, far, grace, request(FAR));
    there.invited();
    assertThat(grace.invitations().getLast()).contains("or in us-east-1 with eu-central-1");
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    assertThat(grace.read(question).body().path("endpointRegion").asText()).isEqualTo("us-east-1");
    grace.approve(question);
    assertThat(there.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    JsonNode result = there.run().output();
    assertThat(result.path("endpointRegion").asText()).isEqualTo("us-east-1");
    assertThat(result.path("advice").toString()).contains("Regions: ", "$36.50 a month");
    assertThat(there.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(review().at("/0/use").asText())
        .as("AWS publishes no metrics of consumers in other regions")
        .isEqualTo("UNKNOWN");

    scenario.expose(OWNER.with("consumerRegions", List.of()));
    assertThat(supported()).isEmpty();
    assertThat(there.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThatThrownBy(there::createEndpoint).isInstanceOf(Ec2Exception.class);
  }

  @Test
  void regions_that_cannot_be_are_refused_before_anything_changes() {
    for (String wrong : List.of("[\"eu-central-1\"]", "[\"cn-north-1\"]", "[\"Frankfurt\"]")) {
      ApiCaller.Reply reply =
          ada.call("PUT", "/databases/orders", "{\"consumerRegions\":%s}".formatted(wrong));
      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.body().toString()).contains("consumerRegions");
    }
    DescribeExecutionResponse end =
        scenario
            .startByHand(OWNER.with("consumerRegions", List.of("eu-central-1")).json())
            .end(HOUR);
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.cause()).contains("the database's own");
    assertThat(
            scenario
                .installation()
                .clientsOf("operator")
                .ec2()
                .describeVpcEndpointServiceConfigurations()
                .serviceConfigurations())
        .isEmpty();
  }

  @Test
  void a_name_is_verified_by_its_record_while_a_run_waits_and_nobody_waits_for_it() {
    JsonNode exposed =
        scenario
            .expose(
                OWNER
                    .with("acceptHostBlockRisk", true)
                    .with("privateDnsName", "orders.db.example.com"))
            .output();
    JsonNode name = exposed.path("privateDns");
    assertThat(name.path("name").asText()).isEqualTo("orders.db.example.com");
    assertThat(name.path("recordType").asText()).isEqualTo("TXT");
    assertThat(ada.call("GET", "/databases/orders").body().path("privateDns")).isEqualTo(name);

    Encounter there =
        Encounter.start(scenario, scenario.consumer(), grace, request(Scenario.CONSUMER));
    there.invited();
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    assertThat(service().privateDnsNameConfiguration().stateAsString()).isEqualTo("failed");
    scenario
        .world()
        .ec2()
        .publishRecord(
            name.path("recordName").asText() + ".db.example.com",
            name.path("recordValue").asText());
    scenario.world().scheduler().pause(Duration.ofMinutes(20));
    assertThat(service().privateDnsNameConfiguration().stateAsString()).isEqualTo("verified");
    there.createEndpoint();
    grace.approve(there.question());
    there.end();
    assertThat(there.run().output().at("/service/privateDns/name").asText())
        .isEqualTo("orders.db.example.com");

    DescribeExecutionResponse kept =
        scenario.startByHand(OWNER.with("privateDnsName", "").json()).end(HOUR);
    assertThat(kept.cause()).contains("only while nobody is onboarded");
  }

  @Test
  void a_name_that_somebody_gave_the_service_and_aws_does_not_take_away_stalls_no_run() {
    scenario.expose(OWNER.with("acceptHostBlockRisk", true));
    Encounter.start(scenario, scenario.consumer(), grace, request(Scenario.CONSUMER)).finish();
    administrator()
        .modifyVpcEndpointServiceConfiguration(
            r -> r.serviceId(service().serviceId()).privateDnsName("orders.db.example.com"));

    DescribeExecutionResponse end =
        scenario.startByHand(OWNER.with("consumerRegions", List.of("us-east-1")).json()).end(HOUR);

    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(supported()).as("Regions go by themselves").containsExactly("us-east-1");
    assertThat(service().privateDnsName()).isEqualTo("orders.db.example.com");
  }

  private Ec2Client administrator() {
    return scenario.installation().clientsOf("administrator").ec2();
  }

  private JsonNode review() {
    return ada.call("GET", "/access").body().path("access");
  }

  private ServiceConfiguration service() {
    return scenario.endpointService();
  }

  private List<String> supported() {
    return service().supportedRegions().stream().map(SupportedRegionDetail::region).toList();
  }

  private static String request(Caller account) {
    return RequestText.to("orders").with("consumerAccountId", account.account()).json();
  }
}
