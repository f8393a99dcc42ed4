package dev.drawbridge.plan;

import static dev.drawbridge.plan.Truths.detached;
import static dev.drawbridge.plan.Truths.draining;
import static dev.drawbridge.plan.Truths.group;
import static dev.drawbridge.plan.Truths.healthy;
import static dev.drawbridge.plan.Truths.reader;
import static dev.drawbridge.plan.Truths.resolved;
import static dev.drawbridge.plan.Truths.targets;
import static dev.drawbridge.plan.Truths.unresolved;
import static dev.drawbridge.plan.Truths.warm;
import static dev.drawbridge.plan.Truths.writer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.WriterRoute;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandbyPlanTest {
  private static final Endpoints ABC = resolved(writer("a"), reader("b"), reader("c"));
  private static final List<TargetState> EMPTY = List.of();

  @Test
  void the_way_into_warm_makes_a_group_for_every_other_instance() {
    StandbyPlan first = StandbyPlan.of(ABC, warm(group("w", 1, healthy("a"))));
    assertThat(first.missing()).isEqualTo(2);
    assertThat(first.register()).isEmpty();

    WriterRoute made =
        warm(group("w", 1, healthy("a")), detached("w2", EMPTY), detached("w3", EMPTY));
    StandbyPlan second = StandbyPlan.of(ABC, made);
    assertThat(second.missing()).isZero();
    assertThat(second.register())
        .containsExactly(
            new GroupTargets("w2", targets("b")), new GroupTargets("w3", targets("c")));
    assertThat(second.attach()).containsExactly("w", "w2", "w3");
    assertThat(second.deregister()).isEmpty();
  }

  @Test
  void groups_that_are_as_they_should_be_are_left_alone() {
    assertThat(
            StandbyPlan.of(
                    ABC,
                    warm(
                        group("w", 0, healthy("c")),
                        group("w2", 1, healthy("a")),
                        group("w3", 0, healthy("b"))))
                .nothingToDo())
        .isTrue();
  }

  @Test
  void a_demoted_writer_comes_back_to_the_group_that_it_left_when_it_has_gone_from_it() {
    WriterRoute leaving =
        warm(
            group("w", 0, draining("b")),
            group("w2", 1, healthy("a")),
            group("w3", 0, healthy("c")));
    StandbyPlan early = StandbyPlan.of(ABC, leaving);
    assertThat(early.waiting()).isEqualTo(targets("b"));
    assertThat(early.register()).isEmpty();

    WriterRoute gone =
        warm(group("w", 0, EMPTY), group("w2", 1, healthy("a")), group("w3", 0, healthy("c")));
    assertThat(StandbyPlan.of(ABC, gone).register())
        .containsExactly(new GroupTargets("w", targets("b")));
  }

  @Test
  void an_instance_that_is_gone_makes_room_and_one_that_came_takes_it() {
    WriterRoute route =
        warm(
            group("w", 1, healthy("a")),
            group("w2", 0, healthy("x")),
            group("w3", 0, healthy("c")));
    StandbyPlan plan = StandbyPlan.of(ABC, route);
    assertThat(plan.deregister()).containsExactly(new GroupTargets("w2", targets("x")));
    assertThat(plan.register()).containsExactly(new GroupTargets("w2", targets("b")));
  }

  @Test
  void while_a_member_is_unknown_no_target_is_taken_away() {
    WriterRoute route = warm(group("w", 1, healthy("a")), group("w2", 0, healthy("x")));
    assertThat(
            StandbyPlan.of(unresolved(reader("c"), writer("a"), reader("b")), route).deregister())
        .isEmpty();
  }

  @Test
  void an_instance_in_two_groups_keeps_the_one_that_is_in_use() {
    WriterRoute route = warm(group("w", 0, healthy("a")), group("w2", 1, healthy("a")));
    StandbyPlan plan = StandbyPlan.of(resolved(writer("a"), reader("b")), route);
    assertThat(plan.deregister()).containsExactly(new GroupTargets("w", targets("a")));
    assertThat(plan.register()).containsExactly(new GroupTargets("w", targets("b")));
  }

  @Test
  void back_in_classic_the_group_with_the_weight_stays_alone_whichever_it_is() {
    WriterRoute route =
        warm(group("w", 0, healthy("b")), group("w2", 1, healthy("a"))).wanting(Switching.CLASSIC);
    StandbyPlan plan = StandbyPlan.of(ABC, route);
    assertThat(plan.attach()).containsExactly("w2");
    assertThat(plan.delete()).containsExactly("w");
    assertThat(plan.deregister()).isEmpty();
  }

  @Test
  void six_instances_are_switched_as_in_classic_with_a_note() {
    Member[] six =
        Stream.concat(
                Stream.of(writer("a")),
                IntStream.range(0, 5).mapToObj(reader -> reader("r" + reader)))
            .toArray(Member[]::new);
    WriterRoute route = warm(group("w", 1, healthy("a")), group("w2", 0, healthy("r0")));
    StandbyPlan plan = StandbyPlan.of(resolved(six), route);
    assertThat(plan.note()).hasValueSatisfying(note -> assertThat(note).contains("6 instances"));
    assertThat(plan.attach()).containsExactly("w");
    assertThat(plan.delete()).containsExactly("w2");
  }
}
