package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The path follows databases that are no Aurora clusters, and one that is exchanged whole. */
class TopologiesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_multi_az_instance_is_followed_to_its_standby_although_the_api_names_no_role() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9)),
            NewDatabase.instance(Engine.POSTGRESQL, "orders").multiAz());
    Set<String> before = orders.path().writerGroup();
    orders.rds().reboot(orders.path().database(), true);
    orders.pass(MINUTE.multipliedBy(4));
    orders.refresh();
    assertThat(orders.path().writerGroup()).isNotEqualTo(before);
    orders.assertFollowed();
  }

  @Test
  void nothing_is_registered_while_api_and_dns_disagree_about_a_multi_az_instance() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9, namesLagBehind(MINUTE.multipliedBy(30)))),
            NewDatabase.instance(Engine.POSTGRESQL, "orders").multiAz());
    Set<String> before = orders.path().writerGroup();
    orders.rds().reboot(orders.path().database(), true);
    orders.pass(MINUTE.multipliedBy(4));
    Refresh refresh = orders.startRefresh();
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains("RDS and DNS have not agreed");
    assertThat(orders.path().writerGroup()).isEqualTo(before);
    orders.pass(MINUTE.multipliedBy(40));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void a_multi_az_cluster_is_followed() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9)),
            NewDatabase.multiAzCluster(Engine.POSTGRESQL, "orders"));
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(4));
    orders.refresh();
    assertThat(orders.path().readerGroup()).hasSize(2);
    orders.assertFollowed();
  }

  @Test
  void read_replicas_are_the_readers_of_an_instance_and_keep_their_own_ports() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9)),
            NewDatabase.instance(Engine.MARIADB, "orders")
                .multiAz()
                .replica(NewDatabase.instance(Engine.MARIADB, "orders-replica").in("private"))
                .replica(
                    NewDatabase.instance(Engine.MARIADB, "orders-other").in("private").port(3399)));
    assertThat(orders.path().readerGroup()).hasSize(2);
    DbId replica = orders.path().database().named("orders-replica");
    orders.rds().remove(replica);
    orders.refresh();
    assertThat(orders.path().readerGroup())
        .containsExactly(orders.rds().instance(replica.named("orders-other")).address());
  }

  @Test
  void after_a_blue_green_switchover_the_path_leads_to_the_green_servers() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9)),
            NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    DbId blue = orders.path().database();
    Set<String> before = orders.path().writerGroup();
    orders.rds().switchOver(blue, orders.rds().createGreen(blue));
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    assertThat(orders.path().writerGroup()).isNotEqualTo(before);
    orders.pass(MINUTE.multipliedBy(6));
    orders.assertFollowed();
  }

  @Test
  void the_event_of_a_blue_green_switchover_starts_a_refresh_of_the_database() {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(9));
    Followed orders =
        Followed.expose(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    DbId blue = orders.path().database();
    orders.rds().switchOver(blue, orders.rds().createGreen(blue));
    orders.pass(MINUTE.multipliedBy(10));
    orders.assertFollowed();
    assertThat(
            scenario
                .world()
                .callLog()
                .counts(call -> call.caller().role().equals("TriggerRefresh")))
        .containsKey("rds:DescribeBlueGreenDeployments");
  }

  @Test
  void a_run_that_waits_for_health_notices_a_blue_green_switchover() {
    Followed orders =
        Followed.byHand(
            RecordedCalls.watched(Scenario.virtual(9)),
            NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    DbId blue = orders.path().database();
    orders.rds().replaceHost(blue.named("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    orders.pass(MINUTE.dividedBy(4));
    assertThat(refresh.statesEntered()).last().isEqualTo("CheckTargets");
    orders.rds().switchOver(blue, orders.rds().createGreen(blue));
    orders.pass(MINUTE.plusSeconds(25));
    assertThat(refresh.statesEntered()).contains("GoRound");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  private static Settings namesLagBehind(Duration lag) {
    Settings settings = Settings.published();
    return settings.rds(settings.rds().namesLagging(Spread.exactly(lag)));
  }
}
