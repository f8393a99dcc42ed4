package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
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
  void groups_of_another_database_are_refused_before_anything_is_changed() {
    Followed invoices =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "invoices").readers(1));
    refused(invoices.path().writerGroupArn(), invoices.path().readerGroupArn());
    refused(orders.path().writerGroupArn(), invoices.path().readerGroupArn());
  }

  @Test
  void a_group_without_our_tags_is_refused_before_anything_is_changed() {
    String payroll = ByHand.targetGroup(scenario, "payroll");
    refused(payroll, payroll);
  }

  @Test
  void a_group_that_is_gone_by_now_is_found_anew() {
    String gone = orders.path().writerGroupArn().replaceAll("[0-9a-f]{16}$", "0123456789abcdef");
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(5));
    Refresh refresh = start(gone, orders.path().readerGroupArn());
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  private void refused(String writerArn, String readerArn) {
    Changes changes = Changes.from(scenario);
    Refresh refresh = start(writerArn, readerArn);
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
