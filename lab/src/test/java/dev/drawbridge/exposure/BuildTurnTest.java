package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DescribeExecution is eventually consistent: a run that has just begun may be unknown to it. */
class BuildTurnTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String RUN =
      "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:";

  private final TestWorld world = new TestWorld();
  private final BuildTurn turn = new BuildTurn(world.environment);

  @Test
  void a_run_that_aws_does_not_know_yet_keeps_its_turn_and_one_that_it_never_knew_does_not() {
    turn.take(DATABASE, RUN + "first");

    assertThatThrownBy(() -> turn.take(DATABASE, RUN + "second"))
        .isInstanceOf(NotReady.class)
        .hasMessageContaining("first");
    world.time.pause(Duration.ofMinutes(2));
    assertThatCode(() -> turn.take(DATABASE, RUN + "second")).doesNotThrowAnyException();
  }

  @Test
  void a_run_that_let_go_to_ask_and_is_tried_again_has_the_turn_again_or_builds_nothing() {
    BuildLeases leases = Stores.buildLeases(world.environment);
    turn.take(DATABASE, RUN + "owner");
    turn.letGo(DATABASE, RUN + "owner");

    BuildTurn.keep(leases, world.time.now(), DATABASE, RUN + "owner");

    assertThatThrownBy(() -> turn.take(DATABASE, RUN + "second")).isInstanceOf(NotReady.class);
    turn.letGo(DATABASE, RUN + "owner");
    turn.take(DATABASE, RUN + "second");
    assertThatThrownBy(() -> BuildTurn.keep(leases, world.time.now(), DATABASE, RUN + "owner"))
        .isInstanceOf(TransientFailure.class);
  }
}
