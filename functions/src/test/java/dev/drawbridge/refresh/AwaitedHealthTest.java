package dev.drawbridge.refresh;

import static dev.drawbridge.discovery.Truths.healthy;
import static dev.drawbridge.discovery.Truths.inState;
import static dev.drawbridge.discovery.Truths.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitedHealthTest {
  private static final List<Target> NONE = List.of();

  @Test
  void a_target_that_this_pass_has_added_is_awaited_whatever_its_state() {
    assertThat(AwaitedHealth.of(targets("a"), inState("initial", "a"), targets("a"), false))
        .hasValueSatisfying(words -> assertThat(words).contains("a:3306 initial"));
    assertThat(AwaitedHealth.of(targets("a"), inState("unhealthy", "a"), targets("a"), false))
        .isPresent();
    assertThat(AwaitedHealth.of(targets("a"), healthy("a"), targets("a"), true)).isEmpty();
  }

  @Test
  void a_server_that_has_died_is_not_awaited() {
    assertThat(AwaitedHealth.of(targets("a"), inState("unhealthy", "a"), NONE, false)).isEmpty();
  }

  @Test
  void before_targets_are_taken_away_all_that_stay_are_awaited() {
    assertThat(AwaitedHealth.of(targets("a"), inState("unhealthy", "a"), NONE, true)).isPresent();
  }

  @Test
  void one_whose_registration_was_another_tries_is_awaited_until_it_has_been_checked() {
    assertThat(AwaitedHealth.of(targets("a"), inState("initial", "a"), NONE, false)).isPresent();
  }

  @Test
  void one_that_is_not_in_the_list_yet_is_awaited() {
    assertThat(AwaitedHealth.of(targets("a", "b"), healthy("a"), NONE, false)).isPresent();
  }
}
