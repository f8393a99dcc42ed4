package dev.drawbridge.plan;

import static dev.drawbridge.plan.Truths.draining;
import static dev.drawbridge.plan.Truths.group;
import static dev.drawbridge.plan.Truths.healthy;
import static dev.drawbridge.plan.Truths.reader;
import static dev.drawbridge.plan.Truths.resolved;
import static dev.drawbridge.plan.Truths.targets;
import static dev.drawbridge.plan.Truths.warm;
import static dev.drawbridge.plan.Truths.writer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.WriterRoute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A switch where every instance has a group of its own on the writer's listener. */
class WarmSwitchTest {
  private static final List<TargetState> NO_READERS = List.of();
  private static final WriterRoute TO_A =
      warm(group("w", 1, healthy("a")), group("w2", 0, healthy("b")), group("w3", 0, healthy("c")));

  @Test
  void the_group_of_the_new_writer_gets_the_weight_and_the_old_writer_is_cut_off() {
    TargetPlan plan = plan(resolved(writer("b"), reader("a"), reader("c")), TO_A);
    assertThat(plan.writerGroupArn()).isEqualTo("w2");
    assertThat(plan.reweigh()).isTrue();
    assertThat(plan.registerWriter()).isEmpty();
    assertThat(plan.deregisterWriter()).containsExactly(new GroupTargets("w", targets("a")));
  }

  @Test
  void while_the_writer_stays_nothing_is_done_and_standbys_are_not_demoted_writers() {
    TargetPlan plan = TargetPlan.of(resolved(writer("a"), reader("b")), TO_A, healthy("b"));
    assertThat(plan.nothingToDo()).isTrue();
  }

  @Test
  void a_writer_without_a_group_takes_the_place_of_the_old_one_in_the_group_with_the_weight() {
    TargetPlan plan = plan(resolved(writer("d"), reader("a")), TO_A);
    assertThat(plan.writerGroupArn()).isEqualTo("w");
    assertThat(plan.reweigh()).isFalse();
    assertThat(plan.registerWriter()).isEqualTo(targets("d"));
    assertThat(plan.deregisterWriter()).containsExactly(new GroupTargets("w", targets("a")));
  }

  @Test
  void a_standby_that_drains_is_no_standby() {
    WriterRoute route = warm(group("w", 1, healthy("a")), group("w2", 0, draining("b")));
    TargetPlan plan = plan(resolved(writer("b"), reader("a")), route);
    assertThat(plan.writerGroupArn()).isEqualTo("w");
    assertThat(plan.registerWriter()).isEqualTo(targets("b"));
  }

  @Test
  void a_group_that_the_listener_does_not_forward_to_is_no_help() {
    WriterRoute route =
        new WriterRoute(
            "listener",
            List.of(group("w", 1, healthy("a")), Truths.detached("w2", healthy("b"))),
            TO_A.wanted());
    assertThat(plan(resolved(writer("b"), reader("a")), route).writerGroupArn()).isEqualTo("w");
  }

  @Test
  void without_a_writer_the_weights_stay() {
    TargetPlan plan = plan(resolved(reader("b")), TO_A);
    assertThat(plan.reweigh()).isFalse();
    assertThat(plan.deregisterWriter()).isEmpty();
  }

  @Test
  void weights_on_two_groups_are_put_right() {
    WriterRoute both = warm(group("w", 1, healthy("a")), group("w2", 1, healthy("b")));
    TargetPlan plan = plan(resolved(writer("a"), reader("b")), both);
    assertThat(plan.reweigh()).isTrue();
    assertThat(plan.deregisterWriter()).containsExactly(new GroupTargets("w2", targets("b")));
  }

  private static TargetPlan plan(Endpoints truth, WriterRoute route) {
    return TargetPlan.of(truth, route, NO_READERS);
  }
}
