package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.elbv2.ElbThrottling;
import dev.drawbridge.simulator.operation.Bucket;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Others keep the account's calls to load balancers busy while a database fails over. */
class WaitingForTurnsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /**
   * New writers go while less than 4 s of calls are taken ahead; former writers, while 2.5 s are.
   */
  private static final Duration FOR_WRITERS_ONLY = Duration.ofMillis(3300);

  /** Reads of roles by whoever is about to go on go while less than 4 s are taken, else 1 s. */
  private static final Duration FOR_NAMES_THAT_AGREE = Duration.ofMillis(2500);

  /**
   * Reads of roles of what is exposed go while less than 1 s is taken, of all else 0.25 s: so much,
   * taken anew each second, leaves room for the one now and then, and for the other never.
   */
  private static final Duration FOR_WHAT_IS_EXPOSED = Duration.ofMillis(1300);

  /** All that goes first, whatever it is. */
  private static final Duration FOR_NOBODY = Duration.ofMinutes(1);

  /** Started by the event of a failover, of which RDS may not tell yet. */
  private static final String EARLY =
      "{\"databaseIdentifier\": \"orders\", \"cause\": \"event RDS-EVENT-0071 4711\"}";

  private static final String OF_NO_FAILOVER =
      "{\"databaseIdentifier\": \"orders\", \"cause\": \"event RDS-EVENT-0006 4711\"}";

  private static final AttributeValue NOBODY = AttributeValue.fromS("");

  private final Scenario scenario = Scenario.virtual(7);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));

  @Test
  void a_truth_that_moved_while_a_former_writer_waited_is_followed_at_once() {
    failOver();
    Refresh refresh = orders.startRefresh();
    busy("registrations", FOR_WRITERS_ONLY, 8);
    orders.rds().stop(orders.path().database().named("orders-3"));
    busy("registrations", FOR_WRITERS_ONLY, 12);
    assertThat(refresh.statesEntered()).last().isEqualTo("RegisterTargets");
    assertThat(orders.path().writerGroup()).as("old and new").hasSize(2);

    orders.pass(Duration.ofSeconds(15));

    assertThat(orders.path().writerGroup()).as("the former writer is out").hasSize(1);
    assertThat(refresh.statesEntered()).containsOnlyOnce("GoRound");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void a_run_that_may_not_read_yet_ends_when_it_may() {
    failOver();
    Refresh refresh = orders.startRefresh();
    busy("reads", FOR_NOBODY, 240);
    assertThat(refresh.ended()).as("nobody has read what there is").isFalse();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void whoever_may_not_read_yet_follows_another_failover_all_the_same() {
    failOver();
    Refresh refresh = orders.startRefresh();
    busy("reads", FOR_NOBODY, 100);
    orders.rds().failover(orders.path().database(), Optional.of("orders-3"));
    busy("reads", FOR_NOBODY, 120);
    assertThat(orders.path().writerGroup()).isEqualTo(orders.path().roles().writeTargets());
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void what_was_left_while_a_run_waited_for_its_turn_is_read_for_with_it() {
    failOver();
    Refresh refresh = orders.startRefresh();
    busy("registrations", FOR_NOBODY, 20);
    leaveMark();
    busy("registrations", FOR_NOBODY, 5);
    assertThat(refresh.statesEntered()).last().isEqualTo("RegisterTargets");
    Changes changes = Changes.from(scenario);
    busy("registrations", Duration.ZERO, 50);

    assertThat(refresh.statesEntered()).last().isEqualTo("CheckTargets");
    assertThat(rdsCalls(changes, "RegisterTargets")).as("the truth is old").hasSize(2);
    assertThat(rdsCalls(changes, "CheckTargets")).as("nothing came since").isEmpty();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void whoever_only_waits_reads_the_truth_after_all_others() {
    Refresh refresh = waitingWithAMark();
    Changes changes = Changes.from(scenario);
    busy("roles", FOR_NOBODY, 45);
    assertThat(changes.callsOf("CheckTargets")).as("it has tried").isNotEmpty();
    assertThat(rdsCalls(changes, "CheckTargets")).isEmpty();
    busy("roles", Duration.ZERO, 25);
    assertThat(rdsCalls(changes, "CheckTargets")).hasSize(2);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void what_rds_throttles_is_not_asked_for_again_at_once_by_whoever_only_waits() {
    Refresh refresh = waitingWithAMark();
    Changes changes = Changes.from(scenario);
    scenario.world().faults().plan("rds:DescribeDBClusters", Fault.THROTTLED, 1);
    orders.pass(SECOND.multipliedBy(5));
    assertThat(rdsCalls(changes, "CheckTargets")).as("the first try").hasSize(1);
    orders.pass(SECOND.multipliedBy(10));
    assertThat(rdsCalls(changes, "CheckTargets")).as("the next try").hasSize(3);
    assertThat(refresh.statesEntered()).last().isEqualTo("CheckTargets");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void a_mark_that_tells_of_nothing_new_is_read_for_once() {
    failOver();
    Refresh refresh = orders.startRefresh();
    orders.await(() -> refresh.statesEntered().contains("ConfirmTargets"), MINUTE.multipliedBy(6));
    busy("reads", FOR_NOBODY, 1);
    Changes changes = Changes.from(scenario);
    leaveMark();
    busy("reads", FOR_NOBODY, 30);
    assertThat(rdsCalls(changes, "ConfirmTargets")).hasSize(2);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void whoever_takes_all_registrations_of_the_account_delays_a_switch_by_seconds_only() {
    failOver();
    ElbThrottling free = Settings.published().elb().throttling();
    scenario.world().elb().throttle(noRegistrations(free));
    Refresh refresh = orders.startRefresh();
    orders.pass(Duration.ofSeconds(90));
    assertThat(orders.path().writes()).isFalse();
    scenario.world().elb().throttle(free);
    orders.pass(Duration.ofSeconds(8));
    assertThat(orders.path().writerGroup()).isEqualTo(orders.path().roles().writeTargets());
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void a_run_whose_names_agree_reads_roles_before_those_whose_names_do_not() {
    DbId writer = orders.path().database().named("orders-1");
    String name = orders.rds().instanceName(writer);
    DnsRecord record = scenario.world().zones().find(name).orElseThrow();
    orders.pass(MINUTE);
    scenario.world().zones().remove(name);
    Refresh refresh = orders.startRefresh();
    orders.pass(SECOND.multipliedBy(3));
    Changes changes = Changes.from(scenario);
    busy("roles", FOR_NAMES_THAT_AGREE, 30);
    assertThat(changes.callsOf("ResolveAddresses").map(CallRecord::action))
        .as("nobody has asked RDS")
        .noneMatch(action -> action.startsWith("rds:"));
    scenario.world().zones().put(name, record);
    busy("roles", FOR_NAMES_THAT_AGREE, 10);
    assertThat(refresh.statesEntered()).contains("RegisterTargets");
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void a_turn_that_was_handed_on_pays_for_one_try() {
    failOver();
    Refresh refresh = orders.startRefresh();
    busy("registrations", FOR_NOBODY, 5);
    orders.rds().failover(orders.path().database(), Optional.of("orders-3"));
    busy("registrations", FOR_NOBODY, 180);
    ElbThrottling free = Settings.published().elb().throttling();
    scenario.world().elb().throttle(noRegistrations(free));
    Changes changes = Changes.from(scenario);
    orders.pass(SECOND.multipliedBy(100));
    assertThat(refresh.statesEntered()).as("what had moved was seen").contains("GoRound");
    long tried =
        changes
            .callsOf("RegisterTargets")
            .filter(call -> call.action().equals("elasticloadbalancing:RegisterTargets"))
            .count();
    assertThat(tried).isGreaterThan(3);
    assertThat(taken(changes, "RegisterTargets", "registrations")).isEqualTo(tried);

    scenario.world().elb().throttle(free);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void whoever_knows_that_it_is_not_his_turn_asks_nobody() {
    failOver();
    busy("registrations", FOR_NOBODY, 1);
    Changes changes = Changes.from(scenario);
    Refresh refresh = orders.startRefresh();
    orders.pass(SECOND.multipliedBy(50));
    assertThat(refresh.statesEntered()).last().isEqualTo("RegisterTargets");
    assertThat(turns(changes, "RegisterTargets")).as("tries of fifty seconds").hasSize(1);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    orders.assertFollowed();
  }

  @Test
  void a_run_takes_as_many_reads_as_it_makes() {
    failOver();
    drainFor("300");
    Changes changes = Changes.from(scenario);
    Refresh refresh = Refresh.startWith(scenario, EARLY);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    long reads =
        changes
            .callsOf("ConfirmTargets")
            .filter(call -> call.action().startsWith("elasticloadbalancing:Describe"))
            .count();
    assertThat(reads).as("the old writer is not gone for a while").isGreaterThan(5);
    assertThat(taken(changes, "ConfirmTargets", "reads")).isEqualTo(reads);
    assertThat(rdsCalls(changes, "ConfirmTargets"))
        .as("two for each time that it reads the truth")
        .hasSize(2 * (int) taken(changes, "ConfirmTargets", "roles"));
  }

  @Test
  void a_run_that_has_nothing_to_do_reads_the_truth_after_all_others_and_ends() {
    busy("roles", FOR_NOBODY, 1);
    Refresh refresh = Refresh.startWith(scenario, OF_NO_FAILOVER);
    Changes changes = Changes.from(scenario);
    busy("roles", FOR_NOBODY, 30);
    assertThat(changes.callsOf("ConfirmTargets")).as("it has tried").isNotEmpty();
    assertThat(rdsCalls(changes, "ConfirmTargets")).isEmpty();
    busy("roles", Duration.ZERO, 70);
    assertThat(rdsCalls(changes, "ConfirmTargets")).hasSize(2);
    assertThat(refresh.ended()).isTrue();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void a_run_that_looks_again_since_its_event_may_be_early_does_so_after_all_others() {
    busy("roles", FOR_NOBODY, 1);
    Changes changes = Changes.from(scenario);
    Refresh refresh = Refresh.startWith(scenario, EARLY);
    busy("roles", FOR_NOBODY, 15);
    assertThat(refresh.statesEntered()).last().isEqualTo("ConfirmTargets");
    assertThat(rdsCalls(changes, "RegisterTargets")).as("looks").isEmpty();
    assertThat(rdsCalls(changes, "ConfirmTargets")).as("the last one").isEmpty();
    assertThat(taken(changes, "ConfirmTargets", "reads")).as("it has read nothing").isZero();
    busy("roles", Duration.ZERO, 70);
    assertThat(rdsCalls(changes, "ConfirmTargets")).hasSize(2);
    assertThat(taken(changes, "ConfirmTargets", "reads")).as("where the listeners lead").isOne();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void whoever_was_told_of_a_change_reads_before_those_who_were_told_nothing() {
    Changes changes = Changes.from(scenario);
    Refresh refresh = Refresh.startWith(scenario, OF_NO_FAILOVER);
    busyForTheIdle(200);
    assertThat(refresh.statesEntered()).last().isEqualTo("ConfirmTargets");
    assertThat(rdsCalls(changes, "ConfirmTargets")).isEmpty();
    leaveMark();
    busyForTheIdle(60);
    assertThat(rdsCalls(changes, "ConfirmTargets")).isNotEmpty();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);

    Changes looks = Changes.from(scenario);
    Refresh early = Refresh.startWith(scenario, EARLY);
    busyForTheIdle(100);
    assertThat(rdsCalls(looks, "RegisterTargets")).isNotEmpty();
    assertThat(early.end()).as(early::cause).isEqualTo(Status.SUCCEEDED);
  }

  private static ElbThrottling noRegistrations(ElbThrottling free) {
    return new ElbThrottling(
        true, free.creation(), new Bucket(0, 0), free.mutation(), free.description());
  }

  /** Somebody gives sessions of former writers time to end. */
  private void drainFor(String seconds) {
    String group = orders.path().writerGroupArn();
    scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .modifyTargetGroupAttributes(
            r ->
                r.targetGroupArn(group)
                    .attributes(
                        TargetGroupAttribute.builder()
                            .key("deregistration_delay.timeout_seconds")
                            .value(seconds)
                            .build()));
  }

  /** How many calls of a budget a worker has taken a turn for, one at a time. */
  private static long taken(Changes changes, String worker, String budget) {
    return turns(changes, worker)
        .filter(call -> call.error().isEmpty())
        .filter(call -> AttributeValue.fromS(budget).equals(key(call).get("sk")))
        .count();
  }

  private static Map<String, AttributeValue> key(CallRecord call) {
    return ((UpdateItemRequest) call.request()).key();
  }

  private static Stream<CallRecord> turns(Changes changes, String worker) {
    return changes
        .callsOf(worker)
        .filter(
            call ->
                call.request() instanceof UpdateItemRequest update
                    && "turns".equals(update.key().getOrDefault("pk", NOBODY).s()));
  }

  @Test
  void a_run_of_a_database_that_nobody_exposed_reads_roles_after_those_of_all_that_are() {
    DbId papers =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "papers").readers(1));
    scenario.world().zones().remove(orders.rds().instanceName(papers.named("papers-1")));
    scenario
        .world()
        .zones()
        .remove(orders.rds().instanceName(orders.path().database().named("orders-1")));
    Refresh ofNobody = Refresh.start(scenario, "papers");
    orders.pass(SECOND.multipliedBy(5));
    assertThat(ofNobody.statesEntered()).last().isEqualTo("ResolveAddresses");
    Changes changes = Changes.from(scenario);
    busy("roles", FOR_WHAT_IS_EXPOSED, 10);
    assertThat(readers(changes)).as("nobody has asked RDS").isEmpty();

    Refresh refresh = orders.startRefresh();
    busy("roles", FOR_WHAT_IS_EXPOSED, 10);

    assertThat(refresh.statesEntered()).last().isEqualTo("ResolveAddresses");
    assertThat(readers(changes)).as("that of orders alone").isNotEmpty();
    assertThat(readers(changes)).noneMatch(call -> call.toString().contains("papers"));
  }

  private static List<CallRecord> readers(Changes changes) {
    return changes
        .callsOf("ResolveAddresses")
        .filter(call -> call.action().startsWith("rds:"))
        .toList();
  }

  /** A run that waits for health, and has yet to read what somebody has told it. */
  private Refresh waitingWithAMark() {
    failOver();
    Refresh refresh = orders.startRefresh();
    orders.await(() -> refresh.statesEntered().contains("CheckTargets"), MINUTE);
    leaveMark();
    return refresh;
  }

  private static List<String> rdsCalls(Changes changes, String worker) {
    return changes
        .callsOf(worker)
        .map(CallRecord::action)
        .filter(action -> action.startsWith("rds:"))
        .toList();
  }

  /** As an event does that tells of no failover. */
  private void leaveMark() {
    ByHand.leases(scenario)
        .request(
            orders.path().database().arn("cluster"),
            "event RDS-EVENT-0006 4711",
            scenario.world().scheduler().now());
  }

  private void failOver() {
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.pass(MINUTE.multipliedBy(3));
  }

  /** For so many seconds so much is taken ahead all the time. */
  private void busy(String budget, Duration ahead, int seconds) {
    for (int i = 0; i < seconds; i++) {
      take(budget, ahead);
      orders.pass(SECOND);
    }
  }

  /** So many tenths of a second so much that it is the turn of all but those told nothing. */
  private void busyForTheIdle(int tenths) {
    for (int i = 0; i < tenths; i++) {
      take("roles", Duration.ofMillis(550));
      orders.pass(Duration.ofMillis(100));
    }
  }

  private void take(String budget, Duration ahead) {
    String until = String.valueOf(scenario.world().scheduler().now().plus(ahead).toEpochMilli());
    ByHand.put(
        scenario,
        Map.of(
            "pk", AttributeValue.fromS("turns"),
            "sk", AttributeValue.fromS(budget),
            "takenUntil", AttributeValue.fromN(until)));
  }
}
