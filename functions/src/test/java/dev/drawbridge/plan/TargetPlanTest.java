package dev.drawbridge.plan;

import static dev.drawbridge.discovery.Truths.draining;
import static dev.drawbridge.discovery.Truths.healthy;
import static dev.drawbridge.discovery.Truths.member;
import static dev.drawbridge.discovery.Truths.reader;
import static dev.drawbridge.discovery.Truths.resolved;
import static dev.drawbridge.discovery.Truths.targets;
import static dev.drawbridge.discovery.Truths.unresolved;
import static dev.drawbridge.discovery.Truths.writer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetPlanTest {
  private static final List<Target> NONE = List.of();
  private static final List<TargetState> EMPTY = List.of();

  static Stream<Arguments> writerRules() {
    InstanceAddresses ab = resolved(writer("a"), reader("b"));
    return Stream.of(
        Arguments.of("the first writer is added", ab, EMPTY, targets("a"), NONE),
        Arguments.of("a writer that is there stays", ab, healthy("a"), NONE, NONE),
        Arguments.of(
            "the old one goes in the same step", ab, healthy("b"), targets("a"), targets("b")),
        Arguments.of("a draining writer counts as absent", ab, draining("a"), targets("a"), NONE),
        Arguments.of(
            "a draining old writer has gone already", ab, draining("b"), targets("a"), NONE),
        Arguments.of(
            "without a writer the group is left alone",
            resolved(reader("b")),
            healthy("a"),
            NONE,
            NONE),
        Arguments.of(
            "a writer whose status does not tell is the writer all the same",
            resolved(member("b", Role.WRITER, Serving.UNDECIDED)),
            healthy("a"),
            targets("b"),
            targets("a")),
        Arguments.of(
            "a writer that does not serve leaves the group alone",
            resolved(member("b", Role.WRITER, Serving.DOES_NOT_SERVE)),
            healthy("a"),
            NONE,
            NONE),
        Arguments.of(
            "a writer that does not resolve leaves the group alone",
            unresolved(writer("b"), reader("a")),
            healthy("a"),
            NONE,
            NONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writerRules")
  void the_writer_group_holds_the_writer(
      String rule,
      InstanceAddresses truth,
      List<TargetState> group,
      List<Target> added,
      List<Target> gone) {
    TargetPlan plan = TargetPlan.of(truth, group, EMPTY);
    assertThat(plan.registerWriter()).isEqualTo(added);
    assertThat(plan.deregisterWriter()).isEqualTo(gone);
  }

  static Stream<Arguments> readerRules() {
    InstanceAddresses abc = resolved(writer("a"), reader("b"), reader("c"));
    InstanceAddresses alone = resolved(writer("a"));
    InstanceAddresses undecided =
        resolved(writer("a"), reader("b"), member("c", Role.READER, Serving.UNDECIDED));
    return Stream.of(
        Arguments.of("every serving reader is added", abc, EMPTY, targets("b", "c"), NONE),
        Arguments.of("the promoted reader goes", abc, healthy("a", "b", "c"), NONE, targets("a")),
        Arguments.of("without a reader the writer serves them", alone, EMPTY, targets("a"), NONE),
        Arguments.of(
            "the last reader is replaced by the writer, not just removed",
            alone,
            healthy("b"),
            targets("a"),
            targets("b")),
        Arguments.of(
            "a reader that comes back replaces the writer",
            abc,
            healthy("a"),
            targets("b", "c"),
            targets("a")),
        Arguments.of(
            "a draining reader is taken up again",
            abc,
            draining("b", "c"),
            targets("b", "c"),
            NONE),
        Arguments.of("nobody serves, so nobody is removed", resolved(), healthy("b"), NONE, NONE),
        Arguments.of("one that does not tell stays", undecided, healthy("b", "c"), NONE, NONE),
        Arguments.of("one that does not tell is not added", undecided, healthy("b"), NONE, NONE),
        Arguments.of(
            "while a member is unknown nobody is removed, since any target might be it",
            unresolved(reader("c"), writer("a"), reader("b")),
            healthy("x"),
            targets("b"),
            NONE),
        Arguments.of(
            "a reader that stops goes",
            resolved(writer("a"), reader("b"), member("c", Role.READER, Serving.DOES_NOT_SERVE)),
            healthy("b", "c"),
            NONE,
            targets("c")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readerRules")
  void the_reader_group_holds_the_serving_readers(
      String rule,
      InstanceAddresses truth,
      List<TargetState> group,
      List<Target> added,
      List<Target> gone) {
    TargetPlan plan = TargetPlan.of(truth, EMPTY, group);
    assertThat(plan.registerReaders()).isEqualTo(added);
    assertThat(plan.staleReaders()).isEqualTo(gone);
  }

  @Test
  void a_target_of_another_port_is_another_target() {
    List<TargetState> other = List.of(new TargetState(new Target("a", 3307), "healthy", ""));
    TargetPlan plan = TargetPlan.of(resolved(writer("a")), other, EMPTY);
    assertThat(plan.registerWriter()).isEqualTo(targets("a"));
    assertThat(plan.deregisterWriter()).containsExactly(new Target("a", 3307));
  }

  @Test
  void what_is_no_readers_is_left_alone_only_while_a_name_disagrees() {
    InstanceAddresses known = resolved(writer("a"), reader("b"));
    InstanceAddresses partly = unresolved(reader("c"), writer("a"), reader("b"));
    assertThat(TargetPlan.leftAlone(known, healthy("b", "x"))).isEmpty();
    assertThat(TargetPlan.leftAlone(partly, healthy("b", "x"))).isEqualTo(targets("x"));
    assertThat(TargetPlan.leftAlone(partly, healthy("b"))).isEmpty();
    assertThat(TargetPlan.leftAlone(partly, draining("x"))).isEmpty();
  }

  @Test
  void it_is_left_alone_without_a_known_reader_too() {
    InstanceAddresses nobody = unresolved(writer("a"));
    assertThat(TargetPlan.leftAlone(nobody, healthy("x"))).isEqualTo(targets("x"));
    assertThat(TargetPlan.of(nobody, EMPTY, healthy("x")).staleReaders()).isEmpty();
  }

  @Test
  void groups_that_follow_leave_nothing_to_do() {
    InstanceAddresses truth = resolved(writer("a"), reader("b"));
    assertThat(TargetPlan.of(truth, healthy("a"), healthy("b")).nothingToDo()).isTrue();
    assertThat(TargetPlan.of(truth, healthy("b"), healthy("b")).nothingToDo()).isFalse();
  }
}
