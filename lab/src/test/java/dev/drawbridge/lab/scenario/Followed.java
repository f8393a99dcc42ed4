package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of refresh-targets do with an exposed database, and how they judge the path. */
record Followed(Scenario scenario, Exposure path) {

  /** Onboards a consumer to the database; idle listeners of MySQL's family are not blocked. */
  static Followed expose(Scenario scenario, NewDatabase database) {
    NewDatabase patient = database.parameter("max_connect_errors", "1000000");
    return new Followed(scenario, Exposure.of(scenario, scenario.provider().database(patient)));
  }

  /** The same, and from then on no event of RDS arrives: only the test starts refreshes. */
  static Followed byHand(Scenario scenario, NewDatabase database) {
    Followed made = expose(scenario, database);
    made.rds().events(scenario.world().settings().rds().events().losing(1));
    return made;
  }

  RdsService rds() {
    return scenario.world().rds();
  }

  void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }

  /** Lets the world go on until the condition holds. */
  void await(BooleanSupplier condition, Duration within) {
    assertThat(scenario.world().scheduler().await(condition, within)).isTrue();
  }

  Refresh startRefresh() {
    return Refresh.start(scenario, path.database().name());
  }

  Refresh refresh() {
    Refresh refresh = startRefresh();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    return refresh;
  }

  /**
   * The groups hold exactly what is true, and new connections agree: writes at once, reads when the
   * load balancer has had time to forget a reader, which was not cut off but left to drain.
   */
  void assertFollowed() {
    Roles roles = path.roles();
    assertThat(path.writerGroup()).isEqualTo(roles.writeTargets());
    assertThat(path.readerGroup()).isEqualTo(roles.readTargets());
    assertThat(reached(path::connectToWrite)).isEqualTo(roles.writeTargets());
    pass(Duration.ofMinutes(3));
    assertThat(reached(path::connectToRead)).isEqualTo(roles.readTargets());
  }

  private static Set<String> reached(Supplier<PathResult> connect) {
    return Stream.generate(connect).limit(100).map(Followed::address).collect(Collectors.toSet());
  }

  private static String address(PathResult result) {
    assertThat(result).isInstanceOf(Reached.class);
    return ((Reached) result).targetIp();
  }
}
