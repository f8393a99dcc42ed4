package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Names;
import dev.drawbridge.refresh.RefreshName;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The path follows the database: by events, and without them by the drift check. */
class FollowingTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private final Scenario scenario = Scenario.virtual(1);
  private final Scheduler time = scenario.world().scheduler();
  private final DbId orders =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(2)
                  // Health checks alone, without a login for minutes, get nobody blocked.
                  .parameter("max_connect_errors", "1000000"));
  private final Approver grace = scenario.approver("grace@example.com");
  private final Encounter encounter =
      Encounter.start(
          scenario,
          scenario.consumer(),
          grace,
          """
          {"databaseIdentifier": "orders", "consumerAccountId": "222222222222",
           "acceptHostBlockRisk": true}
          """);
  private VpcEndpoint endpoint;

  @BeforeEach
  void onboard() {
    endpoint = encounter.finish();
    assertThat(refreshes()).as("onboarding starts one run").hasSize(1);
    scenario.world().callLog().clear();
  }

  @Test
  void after_a_failover_writes_reach_the_new_writer() {
    String before = writerReached();
    failOver();
    assertThat(writerReached()).as(this::story).isNotEqualTo(before).isEqualTo(writer());
    assertThat(failed()).as(this::story).isEmpty();
    // A later event of the same failover may find nothing left to do.
    assertThat(outputs())
        .anySatisfy(
            output ->
                assertThat(output)
                    .contains("\"cause\":\"event RDS-EVENT-")
                    .contains("writer group + " + writer(), "writer group - " + before));
  }

  @Test
  void a_lost_event_costs_one_turn_of_the_drift_check() {
    loseEvents();
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    failOver();
    assertThat(writerReached()).as(this::story).isEqualTo(writer());
    assertThat(refreshes()).as(this::story).hasSize(2);
    assertThat(failed()).isEmpty();
  }

  @Test
  void the_names_that_the_drift_check_gives_cannot_be_used_up_beforehand() {
    String machine = scenario.installation().arn("RefreshTargetsStateMachine");
    Instant first = time.now().truncatedTo(ChronoUnit.MINUTES);
    for (int i = 0; i < 15; i++) {
      String foreseen =
          RefreshName.of(orders.arn("cluster"), "drift " + first.plus(Duration.ofMinutes(i)));
      operator().startExecution(r -> r.stateMachineArn(machine).name(foreseen).input("{}"));
    }
    loseEvents();
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    failOver();
    assertThat(writerReached()).as(this::story).isEqualTo(writer());
    assertThat(scenario.log()).noneMatch(line -> line.contains("STARTED BEFORE"));
  }

  @Test
  void without_drift_the_check_starts_nothing_and_asks_little() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    time.pause(Duration.ofMinutes(10).plusSeconds(30));
    assertThat(refreshes()).hasSize(1);
    int groups = 2;
    assertThat(looks().values().stream().mapToLong(Long::longValue).sum())
        .as("a look and two lists a five minutes, and what a new environment asks: " + looks())
        .isBetween(10L * (2 + groups), 10L * (2 + groups) + 5);
    Map<String, Long> calls = new HashMap<>(calls("CheckDrift"));
    assertThat(calls.remove("lambda:Invoke"))
        .as("its calls to keep workers warm")
        .isEqualTo(10L * Catalogue.keptAlive().size());
    assertThat(calls.values().stream().mapToLong(Long::longValue).sum())
        .as(calls::toString)
        .isBetween(50L, 80L);
  }

  @Test
  void a_run_that_waits_asks_rds_nothing_that_the_check_for_drift_has_just_read() {
    loseEvents(); // so that nobody leaves a mark
    scenario.world().rds().failover(orders, Optional.empty());
    time.pause(Duration.ofMinutes(3)); // until the former writer is back
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    time.await(() -> refreshes().size() > 1, Duration.ofMinutes(3));
    time.pause(Duration.ofSeconds(15));
    scenario.world().callLog().clear();
    time.pause(Duration.ofSeconds(90));
    assertThat(calls("CheckTargets").getOrDefault("dynamodb:GetItem", 0L))
        .as("it waits, and reads its lease")
        .isGreaterThan(2);
    assertThat(calls("CheckTargets")).doesNotContainKey("rds:DescribeDBClusters");
  }

  @Test
  void what_is_taken_down_between_two_lists_is_no_failed_check() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    time.pause(Duration.ofMinutes(1).plusSeconds(30));
    Offboarding.startByHand(
            scenario,
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"teardown\":true}")
        .end();
    assertThat(listings()).isPositive();
    time.pause(Duration.ofMinutes(6));
    assertThat(scenario.log())
        .noneMatch(line -> line.contains("could not be checked") && line.contains(":orders"));
  }

  @Test
  void the_targets_of_two_databases_cost_2_calls_and_1_a_group_each() {
    DbId zebra =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "zebra").readers(1));
    Exposure.of(scenario, zebra, RequestText.to("zebra"));
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    time.pause(Duration.ofMinutes(5).plusSeconds(30));
    Map<String, Long> before = looks();
    time.pause(Duration.ofMinutes(10));

    Map<String, Long> looks = looks();
    before.forEach((action, count) -> looks.merge(action, -count, Long::sum));

    int groups = 2 * 2;
    assertThat(looks.values().stream().mapToLong(Long::longValue).sum())
        .as(looks::toString)
        .isBetween(1L, 10L * (2 * 2 + groups));
    assertThat(looks.get("elasticloadbalancing:DescribeTargetHealth")).isEqualTo(10L * groups);
  }

  private Map<String, Long> looks() {
    Map<String, Long> calls = new HashMap<>(calls("CheckDrift"));
    calls.keySet().removeIf(action -> !action.matches("(rds|ec2|elasticloadbalancing):.*"));
    return calls;
  }

  @Test
  void a_failover_of_a_database_that_is_not_exposed_starts_nothing() {
    DbId other =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "other").readers(1));
    scenario.world().rds().failover(other, Optional.empty());
    time.pause(LONG_ENOUGH);
    assertThat(refreshes()).hasSize(1);
    assertThat(scenario.log())
        .anyMatch(line -> line.contains("TriggerRefresh") && line.contains("other is not exposed"));
  }

  @Test
  void a_database_that_cannot_be_checked_leaves_the_others_checked_and_the_path_warm() {
    DbId zebra =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "zebra").readers(1));
    Exposure other = Exposure.of(scenario, zebra, RequestText.to("zebra"));
    // Of each turn's three calls the first is for orders, and its refusal ends that database's
    // turn.
    AtomicInteger seen = new AtomicInteger();
    scenario
        .world()
        .faults()
        .forbid(
            (caller, action) ->
                caller.role().equals("CheckDrift")
                    && action.equals("elasticloadbalancing:DescribeTargetHealth")
                    && seen.getAndIncrement() % 3 == 0);
    loseEvents();
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario.world().rds().failover(zebra, Optional.empty());
    time.pause(LONG_ENOUGH);
    assertThat(other.writerGroup()).isEqualTo(other.roles().writeTargets());
    assertThat(calls("CheckDrift")).containsKey("lambda:Invoke");
    assertThat(scenario.log())
        .anyMatch(line -> line.contains("could not be checked") && line.contains(":orders:"));
  }

  @Test
  void a_group_that_is_deleted_while_the_check_lists_them_does_not_spoil_it() {
    String extra = ByHand.targetGroup(scenario, Names.PREFIX + "-passing-w-01234567");
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    time.await(() -> listings() > 0, Duration.ofMinutes(2));
    scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .deleteTargetGroup(r -> r.targetGroupArn(extra));
    time.pause(Duration.ofSeconds(5));
    assertThat(listings()).isEqualTo(2);
    assertThat(calls("CheckDrift")).containsKey("lambda:Invoke");
  }

  private long listings() {
    return calls("CheckDrift").getOrDefault("elasticloadbalancing:DescribeTargetGroups", 0L);
  }

  @Test
  void a_reader_that_auto_scaling_adds_gets_connections_and_one_that_it_removes_does_not() {
    DbId added = scenario.world().rds().addReader(orders);
    time.pause(Duration.ofMinutes(30));
    String address = scenario.world().rds().instance(added).address();
    assertThat(readerTargets()).as(this::story).contains(address).hasSize(3);
    scenario.world().rds().remove(added);
    time.pause(Duration.ofMinutes(30));
    assertThat(readerTargets()).as(this::story).doesNotContain(address).hasSize(2);
    assertThat(failed()).isEmpty();
  }

  @Test
  void a_switch_whose_reply_was_lost_is_waited_for_as_any_other() {
    scenario
        .world()
        .faults()
        .plan("elasticloadbalancing:DeregisterTargets", Fault.CRASH_AFTER_EFFECT, 1);
    failOver();
    assertThat(scenario.world().faults().usedUp()).isTrue();
    assertThat(writerReached()).isEqualTo(writer());
    assertThat(outputs())
        .as(this::story)
        .anyMatch(output -> output.contains("switchedAt") && output.contains("settledAt"));
    assertThat(failed()).as(this::story).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RegisterTargets", "DeregisterTargets"})
  void a_switch_whose_reply_was_lost_is_on_record_with_all_that_it_changed(String call) {
    String old = writer();
    scenario.world().faults().plan("elasticloadbalancing:" + call, Fault.CRASH_AFTER_EFFECT, 1);
    failOver();
    assertThat(scenario.world().faults().usedUp()).isTrue();
    String next = writer();
    assertThat(outputs())
        .as(this::story)
        .anyMatch(
            output ->
                output.contains("writer group + " + next)
                    && output.contains("writer group - " + old));
  }

  @Test
  void readers_whose_registration_was_lost_are_on_record_too() {
    DbId added = scenario.world().rds().addReader(orders);
    // Of the calls that add targets from now on the first is for the reader.
    scenario
        .world()
        .faults()
        .plan("elasticloadbalancing:RegisterTargets", Fault.CRASH_AFTER_EFFECT, 1);
    time.pause(Duration.ofMinutes(30));
    assertThat(scenario.world().faults().usedUp()).isTrue();
    String address = scenario.world().rds().instance(added).address();
    assertThat(outputs()).anyMatch(output -> output.contains("reader group + " + address));
  }

  @Test
  void a_database_that_moves_to_another_port_is_followed_there() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario.world().rds().port(orders, 3399);
    time.pause(Duration.ofMinutes(20));

    assertThat(writerReached()).as(this::story).isEqualTo(writer());
    assertThat(portsLetIn()).containsOnly(3399);
  }

  private List<Integer> portsLetIn() {
    Filter ours =
        Filter.builder().name("tag:drawbridge:database").values(orders.arn("cluster")).build();
    return scenario
        .installation()
        .clientsOf("operator")
        .ec2()
        .describeSecurityGroupRules(r -> r.filters(ours))
        .securityGroupRules()
        .stream()
        .filter(rule -> !rule.isEgress())
        .map(rule -> rule.fromPort())
        .toList();
  }

  /** As somebody does by hand who does not know what they are for. */
  private void failOver() {
    scenario.world().rds().failover(orders, Optional.empty());
    time.pause(LONG_ENOUGH);
  }

  private void loseEvents() {
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
  }

  private String writer() {
    return scenario.world().rds().writer(orders).orElseThrow().address();
  }

  private String writerReached() {
    return ((Reached) encounter.connect(endpoint, 3307)).targetIp();
  }

  private List<String> readerTargets() {
    String group = groupOf("-r-");
    return new Targets(scenario.installation().clientsOf("operator"))
        .of(group).stream()
            .filter(TargetState::present)
            .map(state -> state.target().address())
            .toList();
  }

  private String groupOf(String kind) {
    return scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .describeTargetGroups()
        .targetGroups()
        .stream()
        .filter(group -> group.targetGroupName().contains(kind))
        .findFirst()
        .orElseThrow()
        .targetGroupArn();
  }

  private List<ExecutionListItem> refreshes() {
    return scenario.installation().runs("RefreshTargetsStateMachine");
  }

  private List<ExecutionListItem> failed() {
    return refreshes().stream().filter(run -> run.status() != ExecutionStatus.SUCCEEDED).toList();
  }

  private List<String> outputs() {
    return refreshes().stream()
        .map(run -> operator().describeExecution(r -> r.executionArn(run.executionArn())))
        .map(run -> String.valueOf(run.output()))
        .toList();
  }

  private Map<String, Long> calls(String worker) {
    return scenario.world().callLog().counts(call -> call.caller().role().equals(worker));
  }

  private SfnClient operator() {
    return scenario.installation().clientsOf("operator").states();
  }

  private String story() {
    List<String> log = scenario.log();
    return String.join("\n", log.subList(Math.max(0, log.size() - 80), log.size()))
        + "\n"
        + String.join("\n", outputs())
        + "\n"
        + scenario.world().callLog().counts(scenario.installation()::byWorker);
  }
}
