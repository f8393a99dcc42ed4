package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What somebody changes of the database itself after it was exposed: people are told of each. */
class DatabaseChangedTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String STRANGER = "127.10.1.250";
  private static final RequestText CAREFUL =
      RequestText.to("orders").without("acceptHostBlockRisk");

  @Test
  @Finds(Kind.HOST_BLOCK_RISK)
  void a_switchover_to_default_parameters_lets_mysql_block_the_load_balancer() {
    Exposure path = expose(Settings.published(), orders());
    Scenario scenario = path.scenario();
    Approver grace = watch(path);
    DbId green = scenario.world().rds().createGreen(path.database());
    scenario.world().rds().defaultParameters(green);
    scenario.world().rds().switchOver(path.database(), green);

    new Looks(scenario).pass(WITHIN);

    assertThat(grace.told("let MySQL block the load balancer")).hasSize(1);
  }

  @Test
  void a_replica_with_parameters_of_its_own_is_judged_by_them() {
    Exposure path =
        expose(
            Settings.published(),
            NewDatabase.instance(Engine.MYSQL, "orders")
                .parameter("max_connect_errors", "1000000")
                .replica(
                    NewDatabase.instance(Engine.MYSQL, "copy")
                        .in("private")
                        .parameter("max_connect_errors", "1000000")));
    Approver grace = watch(path);
    path.scenario().world().rds().defaultParametersOf(path.database().named("copy"));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("let MySQL block the load balancer"))
        .hasSize(1)
        .first()
        .asString()
        .contains("the parameter groups [default.mysql");
  }

  @Test
  void whoever_accepts_the_risk_is_not_told_of_it() {
    Exposure path = expose(Settings.published(), orders(), RequestText.to("orders"));
    Approver grace = watch(path);
    path.scenario().world().rds().defaultParameters(path.database());

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("block the load balancer")).isEmpty();
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"RDS", "DNS"})
  @Finds(Kind.WRITER_DISPUTED)
  void a_writer_about_whom_rds_and_dns_disagree_for_long_is_told(String late) {
    Spread minutes = Spread.exactly(Duration.ofMinutes(20));
    UnaryOperator<RdsSettings> slow =
        rds ->
            rds.aurora(
                late.equals("RDS") ? rds.aurora().apiLag(minutes) : rds.aurora().dnsLag(minutes));
    Settings published = Settings.published();
    Exposure path = expose(published.rds(slow.apply(published.rds())), orders());
    Approver grace = watch(path);
    path.scenario().world().rds().failover(path.database(), Optional.empty());

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("RDS and DNS disagree about the writer"))
        .hasSize(1)
        .first()
        .asString()
        .contains("orders.cluster-");
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("RDS and DNS disagree about the writer"))
        .last()
        .asString()
        .contains("over, since");
  }

  @Test
  @Finds(Kind.READER_UNKNOWN)
  void a_reader_that_nobody_knows_is_told_of_though_the_name_of_another_does_not_fit() {
    Exposure path = expose(Settings.published(), orders().readers(2));
    Approver grace = watch(path);
    Administrator by = new Administrator(path);
    DbId named = path.database().named("orders-2");
    path.scenario().world().rds().publiclyAccessible(named, true);
    new Looks(path.scenario()).pass(Duration.ofMinutes(1));
    String readers = by.readers().targetGroupArn();
    ByHand.register(path.scenario(), readers, STRANGER, IntStream.of(path.databasePort()));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told(STRANGER))
        .hasSize(1)
        .first()
        .asString()
        .contains("no known reader's address", "orders-2", readers);
    path.scenario().world().rds().publiclyAccessible(named, false);
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told(STRANGER)).last().asString().contains("over, since");
    assertThat(path.scenario().world().elb().registered(readers))
        .as("it left by itself")
        .extracting(TargetDescription::id)
        .doesNotContain(STRANGER);
  }

  @Test
  @Finds(Kind.KEPT_AWAKE)
  void a_serverless_database_that_could_pause_now_is_kept_awake() {
    Exposure path = expose(Settings.published(), orders().serverless(0.5));
    Approver grace = watch(path);
    path.scenario().world().rds().minCapacity(path.database(), 0);

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("keep awake")).hasSize(1);
  }

  @Test
  @Finds(Kind.RULE_LEFT_BEHIND)
  void other_security_groups_get_our_rules_and_what_is_left_in_the_old_ones_is_told() {
    Exposure path = expose(Settings.published(), orders());
    Approver grace = watch(path);
    Administrator by = new Administrator(path);
    path.scenario().world().rds().guardedBy(path.database(), by.foreignGroup());

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(by.rules(by.databaseGroup(), false)).as("mending deletes nothing").isNotEmpty();
    assertThat(grace.told("which database orders has left")).hasSize(1);
    by.revoke(by.databaseGroup(), rule -> true);
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("which database orders has left"))
        .last()
        .asString()
        .contains("over, since");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void another_port_and_other_security_groups_are_let_in_long_before_the_next_look_is_due(
      boolean port) {
    Exposure path = expose(Settings.published(), orders());
    watch(path);
    Administrator by = new Administrator(path);
    if (port) {
      path.scenario().world().rds().port(path.database(), 3399);
    } else {
      path.scenario().world().rds().guardedBy(path.database(), by.foreignGroup());
    }

    new Looks(path.scenario()).pass(Duration.ofMinutes(5));

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
  }

  @Test
  void of_a_cluster_that_somebody_stopped_people_read_that_it_is_stopped() {
    Exposure path = expose(Settings.published(), orders());
    Approver grace = watch(path);
    path.scenario().world().rds().stopCluster(path.database());

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("the port of the writer has no healthy target"))
        .hasSize(1)
        .first()
        .asString()
        .contains("RDS says that database orders is stopped");
  }

  private static NewDatabase orders() {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
        .readers(1)
        .parameter("max_connect_errors", "1000000");
  }

  private static Exposure expose(Settings settings, NewDatabase database) {
    return expose(settings, database, CAREFUL);
  }

  private static Exposure expose(Settings settings, NewDatabase database, RequestText request) {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(67, settings));
    DbId orders = scenario.provider().database(database);
    boolean accepts = request.equals(RequestText.to("orders"));
    scenario.expose(RequestText.ofOwner("orders").with("acceptHostBlockRisk", accepts));
    return Exposure.of(scenario, orders, request);
  }

  private static Approver watch(Exposure path) {
    new Looks(path.scenario()).pass(Duration.ofMinutes(2));
    return path.scenario().approver("hopper@example.com");
  }
}
