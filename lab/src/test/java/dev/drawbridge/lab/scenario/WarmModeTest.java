package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.model.Switching;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.WeightSettings;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Mode warm: a group for each instance on the writer's listener, and a failover changes weights.
 */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class WarmModeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Scenario scenario = Scenario.virtual(5);
  private Followed orders = exposed();

  @Test
  void the_way_into_warm_is_one_change_of_the_listener_and_costs_no_write() {
    Changes changes = Changes.from(scenario);
    List<Cut> cuts = watchAWritersSession();
    change(Switching.WARM);
    assertThat(changes.actions())
        .containsOnlyOnce("elasticloadbalancing:ModifyListener")
        .doesNotContain("elasticloadbalancing:DeregisterTargets");
    assertThat(writerGroups()).hasSize(3);
    assertThat(cuts).isEmpty();
    orders.assertFollowed();
  }

  @Test
  void a_failover_changes_weights_and_the_old_writer_waits_in_a_group_of_its_own_again() {
    change(Switching.WARM);
    orders.pass(MINUTE.multipliedBy(5));
    String old = orders.path().roles().writer().orElseThrow();
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    List<Cut> cuts = watchAWritersSession();
    Changes changes = Changes.from(scenario);
    Refresh refresh = orders.refresh();
    assertThat(refresh.output().path("changes").toString())
        .contains("writer listener -> drawbridge-orders-w", "writer group - " + old);
    assertThat(changes.actions()).containsOnlyOnce("elasticloadbalancing:ModifyListener");
    assertThat(cuts).containsExactly(Cut.TARGET_DEREGISTERED);
    assertThat(standbys()).contains(Set.of(old));
    orders.assertFollowed();
  }

  @Test
  void new_writes_are_good_sooner_than_a_new_target_could_be() {
    change(Switching.WARM);
    orders.pass(MINUTE.multipliedBy(5));
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    Refresh refresh = orders.startRefresh();
    scenario.world().scheduler().await(orders.path()::writes, MINUTE.multipliedBy(10));
    Duration took = Duration.between(refresh.startedAt(), now());
    Settings published = Settings.published();
    assertThat(took)
        .isGreaterThan(published.elb().weights().propagation())
        .isLessThan(published.elb().registration());
    assertThat(refresh.end()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void where_groups_of_weight_0_are_not_checked_the_path_is_repaired_all_the_same() {
    WeightSettings unchecked = WeightSettings.assumed().unchecked();
    scenario = Scenario.virtual(5, settings(unchecked));
    orders = exposed();
    change(Switching.WARM);
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void back_in_classic_the_listener_is_changed_once_and_no_session_is_cut() {
    change(Switching.WARM);
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    orders.pass(MINUTE.multipliedBy(3));
    List<Cut> cuts = watchAWritersSession();
    Changes changes = Changes.from(scenario);
    change(Switching.CLASSIC);
    assertThat(changes.actions()).containsOnlyOnce("elasticloadbalancing:ModifyListener");
    orders.pass(MINUTE.multipliedBy(5));
    assertThat(cuts).isEmpty();
    assertThat(writerGroups()).hasSize(1);
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void more_than_five_instances_are_switched_as_in_classic_until_they_are_five_again() {
    change(Switching.WARM);
    List<DbId> added = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      added.add(orders.rds().addReader(cluster()));
    }
    orders.pass(MINUTE.multipliedBy(15));
    Refresh many = orders.refresh();
    assertThat(many.output().path("notes").toString()).contains("6 instances");
    assertThat(writerGroups()).hasSize(1);
    orders.assertFollowed();
    orders.rds().remove(added.getFirst());
    orders.pass(MINUTE.multipliedBy(10));
    orders.refresh();
    assertThat(writerGroups()).hasSize(5);
    orders.assertFollowed();
  }

  @Test
  void the_drift_check_mends_a_listener_and_groups_that_somebody_has_changed() {
    change(Switching.WARM);
    scenario.installation().startSchedules(MINUTE);
    String standby =
        writerGroups().stream()
            .map(TargetGroup::targetGroupArn)
            .filter(arn -> !arn.equals(orders.path().writerGroupArn()))
            .findFirst()
            .orElseThrow();
    String address = registered(standby).iterator().next();
    scenario
        .installation()
        .clientsOf("somebody")
        .elb()
        .deregisterTargets(r -> r.targetGroupArn(standby).targets(t -> t.id(address)));
    orders.pass(MINUTE.multipliedBy(3));
    assertThat(registered(standby)).containsExactly(address);
    orders.assertFollowed();
  }

  @Test
  void a_second_consumer_finds_the_mode_as_it_is_and_changes_nothing_of_it() {
    change(Switching.WARM);
    orders.rds().failover(cluster(), Optional.empty());
    orders.pass(MINUTE.multipliedBy(3));
    orders.refresh();
    ConsumerSite second =
        scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
    Encounter encounter =
        Encounter.start(
            scenario,
            second,
            scenario.approver("heidi@example.com"),
            RequestText.to("orders").with("consumerAccountId", "333333333333").json());
    encounter.finish();
    assertThat(encounter.run().describe().statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(writerGroups()).hasSize(3);
    orders.assertFollowed();
  }

  @Test
  void an_onboarding_may_ask_for_it() {
    scenario = Scenario.virtual(6);
    scenario.provider().database(database());
    Encounter encounter =
        Encounter.start(
            scenario,
            scenario.consumer(),
            scenario.approver("heidi@example.com"),
            RequestText.to("orders").with("switching", "warm").json());
    encounter.finish();
    assertThat(encounter.run().describe().statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(writerGroups()).hasSize(3);
  }

  private void change(Switching mode) {
    Refresh refresh = Refresh.start(scenario, "orders", mode);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.pass(MINUTE.multipliedBy(4));
  }

  private List<Cut> watchAWritersSession() {
    List<Cut> cuts = new ArrayList<>();
    Reached reached = (Reached) orders.path().connectToWrite();
    scenario.world().network().connections().open(reached, cuts::add);
    return cuts;
  }

  private List<TargetGroup> writerGroups() {
    return scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .describeTargetGroups(r -> {})
        .targetGroups()
        .stream()
        .filter(group -> group.targetGroupName().contains("-w"))
        .toList();
  }

  private List<Set<String>> standbys() {
    return writerGroups().stream().map(group -> registered(group.targetGroupArn())).toList();
  }

  private Set<String> registered(String group) {
    return scenario.world().elb().registered(group).stream()
        .map(target -> target.id())
        .collect(Collectors.toSet());
  }

  private DbId cluster() {
    return orders.path().database();
  }

  private Instant now() {
    return scenario.world().scheduler().now();
  }

  private Followed exposed() {
    return Followed.byHand(scenario, database());
  }

  private static NewDatabase database() {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2);
  }

  private static Settings settings(WeightSettings weights) {
    Settings published = Settings.published();
    return published.elb(published.elb().weights(weights));
  }
}
