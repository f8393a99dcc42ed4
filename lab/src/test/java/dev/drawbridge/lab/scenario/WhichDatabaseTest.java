package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A request means one database, the whole of it, and one that Drawbridge knows. */
class WhichDatabaseTest {
  private static final String CLUSTER = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String INSTANCE = "arn:aws:rds:eu-central-1:111111111111:db:orders";

  private final Scenario scenario = Scenario.virtual(1);
  private final Changes changes = Changes.from(scenario);

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"DOCDB", "NEPTUNE"})
  void a_cluster_of_another_engine_is_refused_by_name(Engine engine) {
    scenario.provider().database(NewDatabase.aurora(engine, "papers").readers(1));
    assertRefused("papers", engine.id(), "known are aurora-mysql");
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"SQLSERVER_SE", "ORACLE_EE"})
  void an_instance_of_another_engine_is_refused_by_name(Engine engine) {
    scenario.provider().database(NewDatabase.instance(engine, "papers"));
    assertRefused("papers", engine.id(), "known are aurora-mysql");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orders-1", "ORDERS-2", "arn:aws:rds:eu-central-1:111111111111:db:orders-1"})
  void a_member_of_a_cluster_is_refused_and_its_cluster_named(String member) {
    scenario
        .provider()
        .database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).readers(1));
    assertRefused(member, "a part of 'orders'", CLUSTER, "ask for 'orders'");
  }

  @Test
  void a_read_replica_is_refused_and_its_source_named() {
    NewDatabase replica = NewDatabase.instance(Engine.MARIADB, "copy");
    scenario
        .provider()
        .database(
            safe(NewDatabase.instance(Engine.MARIADB, "orders"))
                .replica(replica.in(ProviderSite.SUBNET_GROUP)));
    assertRefused("copy", "a part of 'orders'", INSTANCE);
  }

  @Test
  void a_cluster_and_an_instance_of_one_name_are_told_apart_by_arn() {
    scenario.provider().database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")));
    scenario.provider().database(safe(NewDatabase.instance(Engine.MYSQL, "orders")));
    assertRefused("orders", CLUSTER + " or " + INSTANCE);
    assertThat(invited(INSTANCE).statesEntered()).contains("WaitForConsumer");
    assertThat(targetGroupTags()).contains(INSTANCE).doesNotContain(CLUSTER);
  }

  @Test
  void a_cluster_whose_member_bears_its_own_name_is_meant_by_that_name() {
    var cluster =
        scenario.provider().database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")));
    scenario.world().rds().addReader(cluster, cluster, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(30));
    invited("orders");
    assertThat(targetGroupTags()).contains(CLUSTER).doesNotContain(INSTANCE);
  }

  @Test
  void a_database_of_another_region_is_refused() {
    assertRefused(CLUSTER.replace("eu-central-1", "us-east-1"), "not in account 111111111111");
  }

  @Test
  void a_serverless_cluster_that_pauses_is_kept_awake_only_if_somebody_accepts_that() {
    scenario
        .provider()
        .database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).serverless(0));
    assertRefused("orders", "minimum capacity of 0", "acceptKeepsAwake: true");
  }

  @Test
  void a_serverless_cluster_that_never_pauses_is_exposed() {
    scenario
        .provider()
        .database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).serverless(0.5));
    invited("orders");
  }

  @Test
  void the_case_of_an_identifier_makes_no_second_path() {
    scenario.provider().database(safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")));
    invited("orders");
    Onboarding again = scenario.startByHand(request("ORDERS"));
    again.end(Duration.ofHours(1));
    assertThat(again.output().path("outcome").textValue()).isEqualTo("RUNNING");
  }

  @Test
  void the_case_of_an_identifier_makes_no_second_lease() {
    var orders = safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).readers(1);
    Exposure path = Exposure.of(scenario, scenario.provider().database(orders));
    scenario.world().rds().failover(path.database(), Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(2));
    Refresh first = Refresh.start(scenario, "orders");
    Refresh second = Refresh.start(scenario, "ORDERS");
    Refresh third = Refresh.start(scenario, CLUSTER);
    List<Refresh> ours = List.of(first, second, third);
    scenario
        .world()
        .scheduler()
        .await(
            () -> {
              assertThat(working()).isLessThanOrEqualTo(1);
              return ours.stream().allMatch(Refresh::ended);
            },
            Duration.ofHours(1));
    assertThat(first.end()).isEqualTo(Status.SUCCEEDED);
    assertThat(second.end()).isEqualTo(Status.SUCCEEDED);
    assertThat(third.end()).isEqualTo(Status.SUCCEEDED);
    assertThat(path.writes()).isTrue();
  }

  /** Runs that hold the lease: ConfirmTargets lets go of it, unless the run goes round. */
  private long working() {
    return Refresh.all(scenario).stream()
        .filter(run -> !run.ended() && run.statesEntered().size() > 1)
        .filter(run -> !run.statesEntered().getLast().equals("HowConfirmed"))
        .count();
  }

  @Test
  void a_refresh_of_a_part_is_refused_and_the_whole_named() {
    var orders = safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).readers(1);
    Exposure.of(scenario, scenario.provider().database(orders));
    Refresh part = Refresh.start(scenario, "orders-1");
    assertThat(part.end()).isEqualTo(Status.FAILED);
    assertThat(part.cause()).contains("a part of 'orders'");
  }

  @Test
  void nobody_can_name_the_groups_that_a_refresh_works_on() {
    var orders = safe(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")).readers(1);
    Exposure path = Exposure.of(scenario, scenario.provider().database(orders));
    Refresh swapped =
        Refresh.startWith(
            scenario,
            """
            {"databaseIdentifier": "orders", "cause": "operator",
             "groups": {"writerArn": "%s", "readerArn": "%s"}}
            """
                .formatted(path.readerGroupArn(), path.writerGroupArn()));
    swapped.end();
    assertThat(path.writerGroup()).isEqualTo(path.roles().writeTargets());
    assertThat(path.readerGroup()).isEqualTo(path.roles().readTargets());
  }

  private static NewDatabase safe(NewDatabase database) {
    return database.parameter("max_connect_errors", "1000000");
  }

  private static String request(String database) {
    return RequestText.to(database).json();
  }

  private Onboarding invited(String database) {
    Onboarding run = scenario.onboard(request(database));
    assertThat(run.reaches("WaitForConsumer", Duration.ofHours(1)))
        .as("%s", run.describe())
        .isTrue();
    return run;
  }

  private void assertRefused(String database, String... words) {
    DescribeExecutionResponse end =
        scenario.startByHand(request(database)).end(Duration.ofHours(1));
    assertThat(end.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(end.cause()).contains(words);
    assertThat(changes.actions()).isEmpty();
  }

  private List<String> targetGroupTags() {
    var elb = scenario.installation().clientsOf("operator").elb();
    return elb.describeTargetGroups(r -> {}).targetGroups().stream()
        .flatMap(
            group ->
                elb
                    .describeTags(r -> r.resourceArns(group.targetGroupArn()))
                    .tagDescriptions()
                    .stream())
        .flatMap(described -> described.tags().stream())
        .map(Tag::value)
        .toList();
  }
}
