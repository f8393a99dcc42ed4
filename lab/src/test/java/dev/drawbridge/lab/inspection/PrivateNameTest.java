package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;

/** The name that consumers may switch on for their endpoint, long after all have been let in. */
class PrivateNameTest {
  private static final String NAME = "orders.db.example.com";
  private static final String UNVERIFIED = "so that no consumer can switch it on";
  private static final String CHANGED = "and its owner wants the name " + NAME;
  private static final String VERIFY = "ec2:StartVpcEndpointServicePrivateDnsVerification";
  private static final Duration WITHIN = Duration.ofMinutes(20);

  private final Scenario scenario = Scenario.virtual(89);
  private final DbId orders =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("hopper@example.com");
  private Administrator by;

  @BeforeEach
  void a_consumer_is_let_in_before_the_name_is_verified() {
    scenario.expose(RequestText.ofOwner("orders").with("privateDnsName", NAME));
    by = new Administrator(Exposure.of(scenario, orders));
  }

  @Test
  @Finds(Kind.PRIVATE_NAME_UNVERIFIED)
  void a_name_is_verified_though_nobody_waits_and_told_before_and_when_aws_gives_it_up() {
    looks.pass(WITHIN);
    assertThat(grace.told(UNVERIFIED)).singleElement().asString().contains(NAME, name().value());

    scenario.world().ec2().publishRecord(record(), name().value());
    looks.pass(WITHIN);
    assertThat(name().stateAsString()).isEqualTo("verified");
    assertThat(grace.told(UNVERIFIED)).last().asString().contains("over, since");

    scenario.world().ec2().withdrawRecord(record(), name().value());
    looks.pass(WITHIN);
    assertThat(grace.told(UNVERIFIED)).hasSize(3).last().asString().contains("is failed");

    scenario.world().ec2().publishRecord(record(), name().value());
    looks.pass(WITHIN);
    assertThat(name().stateAsString()).isEqualTo("verified");
  }

  @Test
  @Finds(Kind.PRIVATE_NAME_CHANGED)
  void another_name_that_somebody_gives_the_service_is_told_until_its_owners_is_back() {
    looks.pass(Duration.ofMinutes(2));
    rename("elsewhere.example.com");
    looks.pass(WITHIN);
    assertThat(grace.told(CHANGED)).singleElement().asString().contains("elsewhere.example.com");

    rename(NAME);
    looks.pass(WITHIN);
    assertThat(grace.told(CHANGED)).last().asString().contains("over, since");
  }

  @Test
  void the_schedule_has_names_verified_and_no_notice_does() {
    toTheQuarter();
    long before = asked();

    ByHand.invoke(scenario, "CheckWaits", "{\"Records\":[]}");
    assertThat(asked()).isEqualTo(before);
    ByHand.invoke(scenario, "CheckWaits", "{}");
    assertThat(asked()).isEqualTo(before + 1);
  }

  @Test
  void a_refusal_to_verify_is_logged_and_no_failed_wait() {
    toTheQuarter();
    scenario.world().faults().plan(VERIFY, Fault.ACCESS_DENIED, 10);

    ByHand.invoke(scenario, "CheckWaits", "{}");

    assertThat(scenario.log())
        .anyMatch(line -> line.contains("name of endpoint service " + by.service().serviceId()))
        .anyMatch(line -> line.contains("FailedWaits\":0"))
        .noneMatch(line -> line.contains("FailedWaits\":1"));
  }

  /** When the schedule has names verified, of services that a look has seen. */
  private void toTheQuarter() {
    ByHand.invoke(scenario, "CheckExposures", "{}");
    long quarter = Duration.ofMinutes(15).toMillis();
    long into = scenario.world().scheduler().now().toEpochMilli() % quarter;
    scenario.world().scheduler().pause(Duration.ofMillis(quarter - into));
  }

  private long asked() {
    return scenario.world().callLog().calls().stream()
        .filter(call -> call.action().equals(VERIFY))
        .count();
  }

  private void rename(String name) {
    by.ec2()
        .modifyVpcEndpointServiceConfiguration(
            r -> r.serviceId(by.service().serviceId()).privateDnsName(name));
  }

  private String record() {
    return name().name() + ".db.example.com";
  }

  private PrivateDnsNameConfiguration name() {
    return by.service().privateDnsNameConfiguration();
  }
}
