package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.elbv2.ElbQuotas;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyTargetsException;

/** Somebody fills target groups up to AWS's quota: the path follows its database all the same. */
class FullGroupsTest {
  private static final String NOBODYS = "127.10.1.250";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final int QUOTA = 120;

  private final Scenario scenario = Scenario.virtual(73, settings());
  private final NewDatabase orders = NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2);
  private final Approver grace = scenario.approver("hopper@example.com");

  @Test
  void a_run_that_looks_follows_a_failover() {
    Followed path = Followed.byHand(scenario, orders);
    fill(path.path().writerGroupArn());
    path.rds().failover(path.path().database(), Optional.empty());
    path.pass(MINUTE.multipliedBy(4));

    path.refresh();

    path.assertFollowed();
    assertThat(grace.told("so many targets")).hasSize(1);
  }

  @Test
  void a_run_of_an_event_follows_a_failover_and_readers_follow_when_strangers_have_drained() {
    Followed path = Followed.expose(scenario, orders);
    fill(path.path().writerGroupArn());
    fill(path.path().readerGroupArn());
    Optional<String> before = path.path().roles().writer();

    path.rds().failover(path.path().database(), Optional.empty());
    path.await(() -> !path.path().roles().writer().equals(before), MINUTE.multipliedBy(5));
    path.await(() -> path.path().writerGroup().equals(path.path().roles().writeTargets()), MINUTE);

    path.pass(MINUTE.multipliedBy(10));
    path.assertFollowed();
    assertThat(grace.told("so many targets")).hasSize(1);
  }

  /** As published, with a quota that is filled soon: each target has its health checked. */
  private static Settings settings() {
    Settings settings = Settings.published();
    return settings.elb(settings.elb().quotas(new ElbQuotas(50, 1200, 50, 3000, QUOTA, 5)));
  }

  /** By many ports of one address, until AWS takes no more. */
  private void fill(String group) {
    int room = QUOTA - scenario.world().elb().registered(group).size();
    ByHand.register(scenario, group, NOBODYS, IntStream.rangeClosed(1, room));
    assertThatExceptionOfType(TooManyTargetsException.class)
        .isThrownBy(() -> ByHand.register(scenario, group, NOBODYS, IntStream.of(60_000)));
  }
}
