package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;

/** A run that an event has started goes by the record, and finds out where that is wrong. */
class RecordProvesNothingTest {
  private static final Duration SETTLED = Duration.ofMinutes(6);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(61));

  @Test
  void groups_that_are_gone_are_looked_for_anew_while_readers_are_registered() {
    Followed orders = exposed(RequestText.ofOwner("orders"));
    tamper(
        orders,
        record -> {
          TargetGroups groups = groups(record);
          return record.with(new TargetGroups(groups.writerArn(), groups.readerArn() + "0"));
        });
    failOver(orders);
    assertThat(last()).extracting(Refresh::status).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
    assertThat(groups(record(orders)).readerArn()).doesNotEndWith("0");
  }

  @Test
  void a_listener_that_somebody_has_led_elsewhere_is_said() {
    Followed orders = exposed(RequestText.ofOwner("orders"));
    Exposure record = record(orders);
    lead(writerListener(record), groups(record).readerArn());
    assertThat(restarted().output().path("notes").toString())
        .contains("port 5433 leads to [%s]".formatted(groups(record).readerArn()));
  }

  @Test
  void a_listener_that_is_ours_to_lead_is_led_to_the_writer() {
    Followed orders =
        exposed(
            RequestText.ofOwner("orders").with("instancePorts", true).with("switching", "repoint"));
    orders.pass(SETTLED);
    Exposure record = record(orders);
    assertThat(record.ledTo()).contains("-i-");
    lead(writerListener(record), groups(record).writerArn());
    restarted();
    assertThat(orders.path().writerGroupArn()).isEqualTo(record.ledTo());
    assertThat(record(orders).ledTo()).isEqualTo(record.ledTo());
  }

  private Followed exposed(RequestText owner) {
    var cluster =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    scenario.expose(owner);
    return new Followed(scenario, dev.drawbridge.lab.scenario.Exposure.of(scenario, cluster));
  }

  /** A run after an event that has changed nothing. */
  private Refresh restarted() {
    Refresh run =
        Refresh.startWith(
            scenario,
            "{\"databaseIdentifier\": \"orders\", \"cause\": \"event RDS-EVENT-0006 4711\"}");
    assertThat(run.end()).as(run::cause).isEqualTo(Status.SUCCEEDED);
    return run;
  }

  private void failOver(Followed orders) {
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.pass(SETTLED);
  }

  private Refresh last() {
    return Refresh.all(scenario).stream()
        .filter(run -> run.statesEntered().contains("RegisterTargets"))
        .filter(run -> run.output().path("cause").asText().startsWith("event "))
        .filter(run -> !run.output().path("changes").isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private Exposure record(Followed orders) {
    return ByHand.exposures(scenario).find(orders.path().database().arn("cluster")).orElseThrow();
  }

  private static TargetGroups groups(Exposure record) {
    return Objects.requireNonNull(record.groups());
  }

  private static String writerListener(Exposure record) {
    return Objects.requireNonNull(record.path()).writerListenerArn();
  }

  private void tamper(Followed orders, UnaryOperator<Exposure> change) {
    ByHand.exposures(scenario).put(change.apply(record(orders)));
  }

  private void lead(String listener, String group) {
    ElasticLoadBalancingV2Client elb = scenario.installation().clientsOf("administrator").elb();
    elb.modifyListener(
        r ->
            r.listenerArn(listener)
                .defaultActions(
                    Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group).build()));
  }
}
