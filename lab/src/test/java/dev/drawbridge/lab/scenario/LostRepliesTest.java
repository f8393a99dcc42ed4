package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Whatever call fails, and however: the run succeeds, and leaves one of everything. Usually some of
 * the calls, each time the same; {@code -Ddrawbridge.lost=all} lets each in turn go wrong.
 */
class LostRepliesTest {
  private static final Filter MANAGED =
      Filter.builder().name("tag:drawbridge:managed").values("true").build();
  private static final int SEED = 23;
  private static final boolean ALL = "all".equals(System.getProperty("drawbridge.lost"));

  /** The SDK's own second attempt hides most time-outs; an effect without a reply hurts most. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"CRASH_AFTER_EFFECT, 7", "CRASH_BEFORE_EFFECT, 19", "TIMEOUT_AFTER_EFFECT, 19"})
  void each_changing_call_in_turn_may_go_wrong(Fault fault, int usually) {
    int step = ALL ? 1 : usually;
    int call = 0;
    boolean happened = true;
    while (happened) {
      call += step;
      World world = new World(SEED);
      happened = world.onboardWith(fault, new Nth(world.scenario, call), 1);
    }
    assertThat(call).as("changing calls of an onboarding").isGreaterThan(30);
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, ALL ? 24 : 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void one_call_in_ten_may_be_throttled_or_lost(int seed) {
    World world = new World(seed);
    // Three crashes in a row lose a notice for good; the schedule makes up for it.
    world.scenario.installation().startSchedules(Duration.ofMinutes(1));
    Random chance = new Random(seed);
    for (Fault fault :
        List.of(Fault.THROTTLED, Fault.TIMEOUT_BEFORE_EFFECT, Fault.INTERNAL_ERROR)) {
      world
          .scenario
          .world()
          .faults()
          .plan((who, what) -> chance.nextInt(30) == 0 && world.worker(who), fault, 20);
    }
    world.onboardWith(
        Fault.CRASH_AFTER_EFFECT, (who, what) -> chance.nextInt(30) == 0 && world.worker(who), 5);
  }

  /** The call number {@code wanted} of workers that changes something. */
  private static final class Nth implements BiPredicate<Caller, String> {
    private final Scenario scenario;
    private final int wanted;
    private final AtomicInteger seen = new AtomicInteger();

    Nth(Scenario scenario, int wanted) {
      this.scenario = scenario;
      this.wanted = wanted;
    }

    @Override
    public boolean test(Caller who, String action) {
      boolean reads =
          action.contains(":Describe") || action.endsWith(":GetItem") || action.endsWith(":Query");
      return !reads && scenario.installation().isWorker(who) && seen.incrementAndGet() == wanted;
    }
  }

  /** A fresh world with one database. */
  private static final class World {
    private final Scenario scenario;
    private final Approver grace;

    World(int seed) {
      scenario = RecordedCalls.watched(Scenario.virtual(seed));
      grace = scenario.approver("grace@example.com");
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    }

    boolean worker(Caller who) {
      return scenario.installation().isWorker(who);
    }

    /** Onboards, checks what is left behind, and tells whether the fault has happened. */
    boolean onboardWith(Fault fault, BiPredicate<Caller, String> which, int times) {
      scenario.world().faults().plan(which, fault, times);
      Encounter encounter =
          Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
      VpcEndpoint endpoint = play(encounter);
      DescribeExecutionResponse run = encounter.run().describe();
      assertThat(run.status())
          .as("%s %s%n%s", run.error(), run.cause(), String.join("\n", scenario.log()))
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      // An answer whose confirmation was lost leaves its wait behind; the schedule clears it away.
      scenario.installation().startSchedules(Duration.ofMinutes(1));
      scenario.world().scheduler().pause(Duration.ofMinutes(10));
      assertThat(encounter.connect(endpoint, 5433)).isInstanceOf(Reached.class);
      assertOneOfEverything();
      return scenario.world().faults().usedUp();
    }

    private VpcEndpoint play(Encounter encounter) {
      encounter.invited();
      VpcEndpoint endpoint = encounter.createEndpoint();
      String question = encounter.question();
      // A person whose answer was not confirmed gives it again.
      int tries = 0;
      while (!grace.approve(question).succeeded() && tries < 10) {
        tries++;
      }
      encounter.end();
      return endpoint;
    }

    private void assertOneOfEverything() {
      var operator = scenario.installation().clientsOf("operator");
      assertThat(operator.elb().describeLoadBalancers(r -> {}).loadBalancers()).hasSize(1);
      assertThat(operator.elb().describeTargetGroups(r -> {}).targetGroups()).hasSize(2);
      var services =
          operator.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations();
      assertThat(services).hasSize(1);
      assertThat(
              operator
                  .ec2()
                  .describeVpcEndpointConnectionNotifications(r -> {})
                  .connectionNotificationSet())
          .hasSize(1);
      assertThat(
              operator
                  .ec2()
                  .describeVpcEndpointServicePermissions(
                      r -> r.serviceId(services.getFirst().serviceId()))
                  .allowedPrincipals())
          .hasSize(1);
      assertThat(operator.ec2().describeSecurityGroups(r -> r.filters(MANAGED)).securityGroups())
          .hasSize(1);
      assertThat(operator.dynamoDb().scan(r -> r.tableName("drawbridge")).items())
          // A look may have come by.
          .filteredOn(item -> !Objects.requireNonNull(item.get("pk")).s().equals("inspection"))
          // One of all databases together.
          .filteredOn(item -> !Objects.requireNonNull(item.get("pk")).s().equals("turns"))
          // Which database an instance is of, an item for each.
          .filteredOn(item -> !Objects.requireNonNull(item.get("sk")).s().equals("part"))
          // Records are counted in RecordsTest.
          .filteredOn(item -> !Objects.requireNonNull(item.get("pk")).s().startsWith("record"))
          .as("request, exposure, claim, approval, that it lives and is listed; no lease, no wait")
          .hasSize(6);
    }
  }
}
