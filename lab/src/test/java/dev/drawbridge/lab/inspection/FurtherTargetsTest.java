package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.OnHold;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Whoever may register targets puts some at the ports of instances: none of them stays. */
class FurtherTargetsTest {
  private static final String NOBODYS = "127.10.1.250";
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = Scenario.virtual(71);
  private final Looks looks = new Looks(scenario);
  private final DbId database = create("orders");
  private final Exposure path = exposed();
  private final Administrator by = new Administrator(path);
  private final Approver grace = scenario.approver("hopper@example.com");

  private Exposure exposed() {
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    return Exposure.of(scenario, database);
  }

  @BeforeEach
  void settle() {
    looks.pass(WITHIN);
    assertThat(groups()).hasSize(2).allSatisfy(group -> assertThat(held(group)).hasSize(1));
  }

  @Test
  void one_that_comes_again_is_taken_out_again_and_told_and_stops_no_mending() {
    String group = groups().getFirst();
    Set<String> own = held(group);
    for (int time = 1; time <= 2; time++) {
      register(group, NOBODYS);
      looks.pass(SOON);
      assertThat(held(group)).as("time %d", time).isEqualTo(own);
      assertThat(grace.told("Somebody else has put targets")).hasSize(time);
      looks.pass(WITHIN);
    }
    assertThat(grace.told(NOBODYS)).as("once each").hasSize(2);
    assertThat(grace.told("it was put back at")).isEmpty();

    Breakage.RULES_REVOKED.happen(path);
    looks.pass(WITHIN);

    assertThat(by.rules(by.databaseGroup(), false)).isNotEmpty();
  }

  @Test
  void one_in_the_place_of_an_instance_is_taken_out_and_the_instance_put_back() {
    String group = groups().getFirst();
    Set<String> own = held(group);
    by.empty(group);
    register(group, NOBODYS);

    looks.pass(SOON);

    assertThat(held(group)).isEqualTo(own);
  }

  @Test
  void a_database_that_is_gone_leaves_nobody_at_its_ports_then_or_later() {
    groups().forEach(group -> register(group, NOBODYS));
    scenario.world().rds().destroy(database);
    looks.pass(WITHIN);
    assertThat(groups()).hasSize(2).allSatisfy(group -> assertThat(held(group)).isEmpty());

    register(groups().getLast(), NOBODYS);
    Changes changes = Changes.from(scenario);
    looks.pass(SOON);

    assertThat(held(groups().getLast())).isEmpty();
    assertThat(changes.actions())
        .hasSize(1)
        .allMatch(action -> action.endsWith("DeregisterTargets"));
  }

  @Test
  void a_throttle_at_a_port_of_a_database_that_is_gone_ends_no_run() {
    scenario.world().rds().destroy(database);
    looks.pass(WITHIN);
    throttle("WithdrawTargets", Clients.ATTEMPTS);
    register(groups().getLast(), NOBODYS);

    looks.pass(SOON);

    assertThat(held(groups().getLast())).isEmpty();
    assertThat(Refresh.all(scenario)).extracting(Refresh::cause).containsOnly("");
  }

  @Test
  void on_hold_another_databases_address_leaves_and_nothing_else_does() {
    List<String> payroll = addresses(create("payroll"));
    String group = groups().getFirst();
    Set<String> own = held(group);
    OnHold.put(scenario, "orders", true);
    register(group, payroll.getFirst());
    register(group, NOBODYS);
    Changes changes = Changes.from(scenario);

    looks.pass(SOON);

    assertThat(held(group)).containsAll(own).contains(NOBODYS).doesNotContain(payroll.getFirst());
    assertThat(changes.actions())
        .hasSize(1)
        .allMatch(action -> action.endsWith("DeregisterTargets"));
    assertThat(grace.told("another's by now")).hasSize(1);
  }

  @Test
  void an_instance_is_put_back_where_others_have_used_up_the_quota() {
    String group = groups().getFirst();
    Set<String> own = held(group);
    by.empty(group);
    int quota = scenario.world().settings().elb().quotas().targetsPerGroup();
    ByHand.register(scenario, group, NOBODYS, IntStream.rangeClosed(1, quota));

    looks.pass(SOON);

    assertThat(held(group)).isEqualTo(own);
    assertThat(grace.told("so many targets")).isNotEmpty();
  }

  @Test
  void people_are_told_of_one_though_their_first_message_is_refused() {
    String group = groups().getFirst();
    Set<String> own = held(group);
    refuseMessageOf("RegisterTargets");
    register(group, NOBODYS);

    looks.pass(WITHIN);

    assertThat(held(group)).isEqualTo(own);
    assertThat(grace.told("Somebody else has put targets")).hasSize(1);
  }

  @Test
  void on_hold_people_are_told_though_their_first_message_is_refused() {
    String payroll = addresses(create("payroll")).getFirst();
    String group = groups().getFirst();
    OnHold.put(scenario, "orders", true);
    refuseMessageOf("RegisterTargets");
    register(group, payroll);

    looks.pass(WITHIN);

    assertThat(held(group)).doesNotContain(payroll);
    assertThat(grace.told("another's by now")).hasSize(1);
  }

  @Test
  void people_are_told_that_a_database_has_gone_though_their_first_message_is_refused() {
    refuseMessageOf("WithdrawTargets");
    scenario.world().rds().destroy(database);

    looks.pass(WITHIN.multipliedBy(2));

    assertThat(groups()).hasSize(2).allSatisfy(group -> assertThat(held(group)).isEmpty());
    assertThat(grace.told("Its targets are taken out")).hasSize(1);
  }

  private void refuseMessageOf(String worker) {
    scenario
        .world()
        .faults()
        .plan(
            (who, action) -> who.role().equals(worker) && action.equals("sns:Publish"),
            Fault.ACCESS_DENIED,
            1);
  }

  private void throttle(String worker, int times) {
    scenario
        .world()
        .faults()
        .plan(
            (who, action) ->
                who.role().equals(worker)
                    && action.equals("elasticloadbalancing:DeregisterTargets"),
            Fault.THROTTLED,
            times);
  }

  @AfterEach
  void every_planned_fault_has_happened() {
    assertThat(scenario.world().faults().usedUp()).isTrue();
  }

  private DbId create(String name) {
    return scenario
        .provider()
        .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1));
  }

  private List<String> addresses(DbId of) {
    return scenario.world().rds().instances(of).stream().map(DbInstance::address).toList();
  }

  private List<String> groups() {
    return by.elb().describeTargetGroups(r -> {}).targetGroups().stream()
        .filter(each -> each.targetGroupName().contains("-i-"))
        .map(TargetGroup::targetGroupArn)
        .toList();
  }

  private Set<String> held(String group) {
    return scenario.world().elb().registered(group).stream()
        .map(TargetDescription::id)
        .collect(Collectors.toSet());
  }

  private void register(String group, String address) {
    ByHand.register(scenario, group, address, IntStream.of(5432));
  }
}
