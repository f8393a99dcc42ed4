package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.model.Switching;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Whatever worker crashes on the way into mode warm, through a failover and back: all is well. */
class WarmRepliesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Above 1 to save time; {@code -Ddrawbridge.step=1} tries every call. */
  private static final int STEP = Integer.getInteger("drawbridge.step", 4);

  @Test
  void the_reply_of_each_changing_call_in_turn_may_be_lost() {
    int call = 0;
    boolean happened = true;
    while (happened) {
      call += STEP;
      happened = new World().liveWithACrashAt(call);
    }
    assertThat(call).as("changing calls").isGreaterThan(20);
  }

  private static final class World {
    private final Scenario scenario = Scenario.virtual(11);
    private final Followed orders =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

    boolean liveWithACrashAt(int call) {
      AtomicInteger seen = new AtomicInteger();
      scenario
          .world()
          .faults()
          .plan(
              (who, action) ->
                  !action.contains(":Describe")
                      && scenario.installation().isWorker(who)
                      && seen.incrementAndGet() == call,
              Fault.CRASH_AFTER_EFFECT,
              1);
      change(Switching.WARM);
      assertGroups(2);
      orders.rds().failover(orders.path().database(), Optional.empty());
      orders.pass(MINUTE.multipliedBy(3));
      orders.refresh();
      orders.assertFollowed();
      change(Switching.CLASSIC);
      assertGroups(1);
      orders.assertFollowed();
      return scenario.world().faults().usedUp();
    }

    private void change(Switching mode) {
      Refresh refresh = Refresh.start(scenario, "orders", mode);
      assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
      orders.pass(MINUTE.multipliedBy(4));
    }

    private void assertGroups(int howMany) {
      var elb = scenario.installation().clientsOf("operator").elb();
      var writers =
          elb.describeTargetGroups(r -> {}).targetGroups().stream()
              .filter(group -> group.targetGroupName().contains("-w"))
              .map(TargetGroup::targetGroupArn)
              .toList();
      assertThat(writers).hasSize(howMany);
      for (String arn : writers) {
        assertThat(elb.describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes())
            .contains(
                TargetGroupAttribute.builder()
                    .key("deregistration_delay.timeout_seconds")
                    .value("0")
                    .build());
      }
    }
  }
}
