package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The output tells the consumer all they need. */
class HandoverTest {
  private final Scenario scenario = Scenario.virtual(17);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Encounter encounter = encounter();
  private VpcEndpoint endpoint = VpcEndpoint.builder().build();
  private JsonNode output = NullNode.getInstance();

  @BeforeEach
  void onboard() {
    endpoint = encounter.finish();
    output = encounter.run().output();
  }

  @Test
  void service_name_and_zone_ids() {
    assertThat(output.at("/service/name").asText()).isEqualTo(encounter.serviceName());
    assertThat(texts("/service/availabilityZoneIds")).hasSize(3).allMatch(id -> id.contains("-az"));
    assertThat(output.at("/endpointId").asText()).isEqualTo(endpoint.vpcEndpointId());
  }

  @Test
  void host_port_and_jdbc_url_of_writer_and_reader() {
    String host = endpoint.dnsEntries().getFirst().dnsName();
    assertThat(output.at("/writer/host").asText()).isEqualTo(host);
    assertThat(output.at("/writer/port").asInt()).isEqualTo(3307);
    assertThat(output.at("/writer/jdbcUrl").asText()).isEqualTo("jdbc:mysql://" + host + ":3307/");
    assertThat(output.at("/reader/host").asText()).isEqualTo(host);
    assertThat(output.at("/reader/port").asInt()).isEqualTo(3306);
    assertThat(output.at("/reader/jdbcUrl").asText()).isEqualTo("jdbc:mysql://" + host + ":3306/");
  }

  @Test
  void what_to_paste_into_clients_that_take_one_port() {
    String host = endpoint.dnsEntries().getFirst().dnsName();
    assertThat(output.at("/connections/0/paste").asText()).isEqualTo(host + ":3307");
    assertThat(output.at("/connections/1/paste").asText()).isEqualTo(host + ":3306");
    assertThat(output.at("/connections/0/iamToken").asText()).contains(":3306");
  }

  @Test
  void advice_on_the_name_in_the_certificate_and_on_iam_tokens() {
    assertThat(texts("/advice")).anyMatch(advice -> advice.startsWith("TLS:"));
    assertThat(texts("/advice"))
        .anyMatch(advice -> advice.startsWith("IAM tokens:") && advice.contains("port 3306"));
  }

  @Test
  void the_fixed_monthly_cost_and_the_date_of_the_prices() {
    assertThat(output.at("/fixedMonthlyCost/provider").decimalValue()).isPositive();
    assertThat(output.at("/fixedMonthlyCost/consumer").decimalValue()).isPositive();
    assertThat(output.at("/fixedMonthlyCost/consumerGigabyte").decimalValue()).isPositive();
    assertThat(output.at("/fixedMonthlyCost/providerGigabyte").decimalValue()).isPositive();
    assertThat(output.at("/fixedMonthlyCost/pricesFrom").asText()).contains("price");
    assertThat(output.at("/fixedMonthlyCost/pricesAsOf").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void what_aws_confirms_apart_from_what_the_requester_stated() {
    assertThat(texts("/verifiedByAws")).anyMatch(fact -> fact.contains("222222222222"));
    assertThat(texts("/verifiedByAws")).noneMatch(fact -> fact.contains("vpc-"));
    assertThat(texts("/statedByRequester")).contains("consumer's VPC: vpc-0123456789abcdef0");
  }

  private List<String> texts(String path) {
    List<String> texts = new ArrayList<>();
    output.at(path).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private Encounter encounter() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    return Encounter.start(
        scenario,
        scenario.consumer(),
        grace,
        RequestText.to("orders").with("consumerVpcId", "vpc-0123456789abcdef0").json());
  }
}
