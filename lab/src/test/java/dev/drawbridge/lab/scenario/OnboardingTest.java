package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class OnboardingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String REQUEST =
      """
      {"databaseIdentifier": "orders", "consumerAccountId": "222222222222",
       "acceptHostBlockRisk": true}
      """;

  private final Scenario scenario = Scenario.virtual(1);
  private final DbId orders =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
  private final Approver grace = scenario.approver("grace@example.com");

  @Test
  void a_consumer_reaches_the_writer_and_a_reader_once_a_person_has_approved() {
    Onboarding run = scenario.onboard(REQUEST);
    assertThat(run.reaches("WaitForConsumer", HOUR)).as(this::story).isTrue();
    VpcEndpoint endpoint =
        scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    assertThat(run.reaches("RequestApproval", HOUR)).isTrue();
    String address = address(endpoint);
    assertThat(scenario.consumer().connect(address, 3306)).isInstanceOf(Blocked.class);
    assertThat(grace.approve(grace.question(1)).succeeded()).isTrue();
    assertThat(run.end(HOUR).status()).as(this::story).isEqualTo(ExecutionStatus.SUCCEEDED);
    Reached writer = (Reached) scenario.consumer().connect(address, 3307);
    assertThat(scenario.world().rds().serverAt(writer.targetIp()).orElseThrow().writable())
        .isTrue();
    Reached reader = (Reached) scenario.consumer().connect(address, 3306);
    assertThat(scenario.world().rds().serverAt(reader.targetIp()).orElseThrow().writable())
        .isFalse();
  }

  private String address(VpcEndpoint endpoint) {
    return scenario
        .world()
        .zones()
        .lookup("public", endpoint.dnsEntries().getFirst().dnsName())
        .orElseThrow()
        .addresses()
        .getFirst();
  }

  private String story() {
    return String.join("\n", scenario.log()) + orders;
  }
}
