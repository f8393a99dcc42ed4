package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The yes to an endpoint that is gone opens nothing, and keeps nothing open. */
class EndpointsThatAreGoneTest {
  private final Scenario scenario = Scenario.virtual(78);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Clients operator = scenario.installation().clientsOf("operator");

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void addresses_of_an_endpoint_that_is_gone_are_let_in_for_no_other(boolean rejected) {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    Encounter first = start(blocks("127.20.0.0/16"));
    VpcEndpoint one = first.finish();
    assertThat(first.connect(one, 5432)).isInstanceOf(Reached.class);
    if (rejected) {
      reject(one);
    } else {
      scenario.consumer().deleteEndpoint(one.vpcEndpointId());
    }
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    Encounter second = start(blocks("192.0.2.0/24")).invited();
    VpcEndpoint two = approved(second);

    assertThat(second.connect(two, 5432)).isNotInstanceOf(Reached.class);
    scenario.installation().startSchedules(Duration.ofMinutes(10));
    scenario.world().scheduler().pause(Duration.ofHours(1));
    assertThat(second.connect(two, 5432)).isNotInstanceOf(Reached.class);
    assertThat(grace.messages()).noneMatch(told -> told.contains("does not let 127.20.0.0/16"));
  }

  @Test
  void an_endpoint_that_is_gone_keeps_no_other_open_past_its_last_day() {
    VpcEndpoint one = start(RequestText.to("orders")).finish();
    scenario.consumer().deleteEndpoint(one.vpcEndpointId());
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    Encounter second =
        start(RequestText.to("orders").with("validUntil", "2026-01-05").with("purpose", "one day"))
            .invited();
    VpcEndpoint two = approved(second);
    assertThat(second.stateOf(two)).isEqualTo("available");

    scenario.world().scheduler().pause(untilTheDayIsOver());
    scenario.installation().startSchedules(Duration.ofMinutes(10));
    scenario.world().scheduler().pause(Duration.ofHours(1));

    assertThat(second.stateOf(two)).isEqualTo("rejected");
  }

  private Duration untilTheDayIsOver() {
    return Duration.between(
        scenario.world().scheduler().now(), Instant.parse("2026-01-06T00:00:00Z"));
  }

  private VpcEndpoint approved(Encounter run) {
    VpcEndpoint endpoint = run.createEndpoint();
    grace.approve(run.question());
    assertThat(run.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return endpoint;
  }

  private void reject(VpcEndpoint endpoint) {
    String service = scenario.endpointService().serviceId();
    operator
        .ec2()
        .rejectVpcEndpointConnections(
            r -> r.serviceId(service).vpcEndpointIds(endpoint.vpcEndpointId()));
  }

  private static RequestText blocks(String block) {
    return RequestText.to("orders").with("consumerCidrs", List.of(block));
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
