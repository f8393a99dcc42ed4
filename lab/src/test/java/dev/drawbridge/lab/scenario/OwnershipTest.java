package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People start refresh-targets too, and may name groups that are not the database's. */
class OwnershipTest {
  private final Scenario scenario = Scenario.virtual(12);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

  @Test
  void groups_that_a_starter_names_are_not_worked_on() {
    Followed invoices =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "invoices").readers(1));
    String payroll = ByHand.targetGroup(scenario, "payroll");
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(5));
    start(invoices.path().writerGroupArn(), payroll).end();
    start(orders.path().readerGroupArn(), orders.path().writerGroupArn()).end();
    orders.assertFollowed();
    invoices.assertFollowed();
    assertThat(scenario.world().elb().registered(payroll)).isEmpty();
  }

  @Test
  void a_group_of_our_name_without_our_tags_is_refused_before_anything_is_changed() {
    String writers = orders.path().writerGroupArn();
    scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .removeTags(r -> r.resourceArns(writers).tagKeys(Ownership.DATABASE));
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(5));
    Changes changes = Changes.from(scenario);
    Refresh refresh = Refresh.start(scenario, "orders");
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains("it is not ours");
    assertThat(changes.actions()).isEmpty();
  }

  private Refresh start(String writerArn, String readerArn) {
    return Refresh.startWith(
        scenario,
        """
        {"databaseIdentifier": "orders", "groups": {"writerArn": "%s", "readerArn": "%s"}}
        """
            .formatted(writerArn, readerArn));
  }
}
