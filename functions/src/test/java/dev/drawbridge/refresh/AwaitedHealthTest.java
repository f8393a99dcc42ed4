package dev.drawbridge.refresh;

import static dev.drawbridge.discovery.Truths.healthy;
import static dev.drawbridge.discovery.Truths.inState;
import static dev.drawbridge.discovery.Truths.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Subnet;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwaitedHealthTest {
  private static final List<Target> NONE = List.of();

  @Test
  void a_target_that_this_pass_has_added_is_awaited_whatever_its_state() {
    assertThat(awaited(targets("a"), inState("initial", "a"), targets("a"), false))
        .hasValueSatisfying(awaited -> assertThat(awaited.why()).contains("a:3306 initial"));
    assertThat(awaited(targets("a"), inState("unhealthy", "a"), targets("a"), false)).isPresent();
    assertThat(awaited(targets("a"), healthy("a"), targets("a"), true)).isEmpty();
  }

  @Test
  void a_server_that_has_died_is_not_awaited() {
    assertThat(awaited(targets("a"), inState("unhealthy", "a"), NONE, false)).isEmpty();
  }

  @Test
  void neither_is_one_that_keeps_its_connections_for_a_while() {
    List<TargetState> draining = inState("unhealthy.draining", "a");
    assertThat(awaited(targets("a"), draining, NONE, false)).isEmpty();
    assertThat(awaited(targets("a"), draining, targets("a"), false))
        .hasValueSatisfying(awaited -> assertThat(awaited.missing()).isFalse());
  }

  @Test
  void before_targets_are_taken_away_one_that_stays_has_to_be_healthy() {
    assertThat(awaited(targets("a"), inState("unhealthy", "a"), NONE, true)).isPresent();
  }

  @Test
  void and_nobody_waits_for_those_in_a_dark_zone_once_they_were_looked_at() {
    List<TargetState> dark = joined(healthy("a"), inState("unhealthy", "b"));
    assertThat(awaited(targets("a", "b"), dark, NONE, true)).isEmpty();
    assertThat(awaited(targets("a", "b"), dark, targets("b"), true))
        .as("what this pass has added is waited for, so that somebody is told")
        .isPresent();
    List<TargetState> early = joined(healthy("a"), inState("initial", "b"));
    assertThat(awaited(targets("a", "b"), early, NONE, true)).isPresent();
  }

  @Test
  void a_target_in_a_zone_that_is_shifted_away_serves_nobody_meanwhile() {
    List<TargetState> group = joined(inState("zonal_shift_active", "a"), inState("unhealthy", "b"));
    assertThat(awaited(targets("a", "b"), group, NONE, true)).isPresent();
  }

  @Test
  void what_is_about_to_be_taken_away_serves_nobody_who_stays() {
    List<TargetState> group = joined(healthy("stale"), inState("unhealthy", "a"));
    assertThat(awaited(targets("a"), group, NONE, true)).isPresent();
  }

  @Test
  void one_whose_registration_was_another_tries_is_awaited_until_it_has_been_checked() {
    assertThat(awaited(targets("a"), inState("initial", "a"), NONE, false)).isPresent();
  }

  @Test
  void one_that_is_not_in_the_list_yet_is_awaited() {
    assertThat(awaited(targets("a", "b"), healthy("a"), NONE, false)).isPresent();
  }

  @Test
  void nobody_waits_for_the_end_of_a_zonal_shift() {
    List<TargetState> shifted = inState("zonal_shift_active", "a");
    assertThat(awaited(targets("a"), shifted, targets("a"), false)).isEmpty();
    assertThat(awaited(targets("a"), shifted, NONE, true)).isEmpty();
  }

  @Test
  void one_that_drains_is_missing() {
    assertThat(awaited(targets("a"), inState("draining", "a"), NONE, false))
        .hasValueSatisfying(awaited -> assertThat(awaited.missing()).isTrue());
  }

  @Test
  void a_target_in_a_zone_without_the_load_balancer_is_hopeless_and_the_zone_is_named() {
    List<Target> writer = List.of(new Target("10.0.4.7", 3306));
    List<TargetState> group =
        List.of(new TargetState(writer.getFirst(), "unused", "Target.NotInUse"));
    List<Subnet> subnets =
        List.of(
            new Subnet("subnet-a", "eu-central-1a", "10.0.3.0/24", "zone-id"),
            new Subnet("subnet-d", "eu-central-1d", "10.0.4.0/24", "zone-id"));

    assertThat(AwaitedHealth.of(writer, group, NONE, false, subnets))
        .hasValueSatisfying(
            awaited -> {
              assertThat(awaited.hopeless()).isTrue();
              assertThat(awaited.why())
                  .contains("10.0.4.7:3306 stands in eu-central-1d", "onboard-consumer");
            });
  }

  @Test
  void a_target_that_is_unused_since_its_group_has_no_listener_names_no_zone() {
    List<TargetState> group = inState("unused", "a");

    assertThat(awaited(targets("a"), group, NONE, false))
        .hasValueSatisfying(awaited -> assertThat(awaited.hopeless()).isFalse());
  }

  private static List<TargetState> joined(List<TargetState> some, List<TargetState> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Optional<AwaitedHealth.Awaited> awaited(
      List<Target> wanted, List<TargetState> group, List<Target> added, boolean taking) {
    return AwaitedHealth.of(wanted, group, added, taking, List.of());
  }
}
