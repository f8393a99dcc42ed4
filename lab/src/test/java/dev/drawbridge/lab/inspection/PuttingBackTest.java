package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is ours and gone is put back by the schedule: once, and never against somebody's will. */
class PuttingBackTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = Scenario.virtual(47);
  private final Looks looks = new Looks(scenario);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Exposure path = Exposure.of(scenario, database);
  private final Administrator by = new Administrator(path);
  private boolean forbidden = true;
  private final Approver grace = scenario.approver("hopper@example.com");

  @ParameterizedTest
  @EnumSource(
      value = Breakage.class,
      names = {"RULES_REVOKED", "LISTENERS_DELETED", "TARGETS_REMOVED"})
  void within_15_minutes_without_anybody(Breakage breakage) {
    isPutBack(breakage);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(
      value = Breakage.class,
      names = {
        "CROSS_ZONE_OFF",
        "ZONE_REMOVED",
        "LISTENER_MOVED",
        "LISTENER_TLS",
        "GROUP_CHANGED",
        "HEALTH_CHECK_ELSEWHERE",
        "NOTIFICATION_DELETED"
      })
  void whatever_it_is(Breakage breakage) {
    isPutBack(breakage);
  }

  private void isPutBack(Breakage breakage) {
    looks.pass(WITHIN);
    breakage.happen(path);

    looks.pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
    assertThat(by.notifications()).hasSize(1);
    looks.pass(Duration.ofMinutes(30));
    Changes changes = Changes.from(scenario);
    looks.pass(Duration.ofHours(2));
    assertThat(changes.actions()).isEmpty();
    assertThat(grace.told("a person has to act")).isEmpty();
  }

  /** EC2 has no call that enables it again. */
  @Test
  void a_notification_that_is_disabled_is_made_anew() {
    looks.pass(WITHIN);
    by.notifications()
        .forEach(
            each -> scenario.world().ec2().disableNotification(each.connectionNotificationId()));

    looks.pass(WITHIN);

    assertThat(by.notifications())
        .hasSize(1)
        .allMatch(each -> each.connectionNotificationStateAsString().equals("Enabled"));
    looks.pass(WITHIN);
    assertThat(grace.told("a person has to act")).isEmpty();
  }

  @Tag("long")
  @Test
  void a_rule_that_is_removed_again_stays_removed_and_people_are_told() {
    looks.pass(WITHIN);
    Breakage.RULES_REVOKED.happen(path);
    looks.pass(WITHIN);
    assertThat(by.rules(by.databaseGroup(), false)).isNotEmpty();
    Breakage.RULES_REVOKED.happen(path);

    looks.pass(Duration.ofHours(20));

    assertThat(by.rules(by.databaseGroup(), false)).isEmpty();
    assertThat(grace.told("it was put back at")).hasSize(1);
  }

  @Tag("long")
  @Test
  void a_listener_that_is_removed_again_stays_removed_and_people_are_told() {
    looks.pass(WITHIN);
    Breakage.LISTENERS_DELETED.happen(path);
    looks.pass(WITHIN);
    assertThat(by.listeners()).hasSize(2);
    Breakage.LISTENERS_DELETED.happen(path);
    looks.pass(WITHIN);
    Breakage.CROSS_ZONE_OFF.happen(path);

    looks.pass(Duration.ofHours(20));

    assertThat(by.listeners()).isEmpty();
    assertThat(grace.told("it was put back at")).hasSize(1);
  }

  @Tag("long")
  @Test
  void what_could_not_be_put_back_is_tried_again_and_never_said_to_have_been() {
    looks.pass(WITHIN);
    scenario
        .world()
        .faults()
        .forbid(
            (caller, action) -> forbidden && action.equals("ec2:AuthorizeSecurityGroupIngress"));
    Breakage.RULES_REVOKED.happen(path);
    looks.pass(Duration.ofMinutes(30));
    assertThat(by.rules(by.databaseGroup(), false)).isEmpty();
    assertThat(grace.told("putting it back failed")).isNotEmpty();

    forbidden = false;
    looks.pass(Duration.ofMinutes(45));

    assertThat(by.rules(by.databaseGroup(), false)).isNotEmpty();
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(grace.told("it was put back at")).isEmpty();
  }

  @Test
  void on_hold_nothing_is_put_back_and_people_are_told_all_the_same() {
    looks.pass(WITHIN);
    hold("an audit");
    Breakage.RULES_REVOKED.happen(path);
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    Changes changes = Changes.from(scenario);

    looks.pass(Duration.ofHours(3));

    assertThat(changes.actions()).isEmpty();
    assertThat(grace.told("on hold: an audit")).hasSize(1);
    assertThat(grace.told("lets everybody")).hasSize(1);
  }

  private void hold(String why) {
    Exposures exposures = ByHand.exposures(scenario);
    dev.drawbridge.model.Exposure held = exposures.findOrFirst(database.arn("cluster"));
    exposures.put(held.with(held.settings().held(why)));
  }
}
