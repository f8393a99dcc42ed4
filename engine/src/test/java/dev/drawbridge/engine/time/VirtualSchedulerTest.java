package dev.drawbridge.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final VirtualScheduler world = new VirtualScheduler(START, 1);

  @Test
  void a_wait_of_thirteen_days_moves_the_clock_and_nothing_else() {
    List<String> seen = new ArrayList<>();
    world.after(DAY.multipliedBy(13), () -> seen.add("day 13"));
    assertThat(world.await(() -> !seen.isEmpty(), DAY.multipliedBy(12))).isFalse();
    assertThat(world.now()).isEqualTo(START.plus(DAY.multipliedBy(12)));
    assertThat(world.await(() -> !seen.isEmpty(), DAY.multipliedBy(2))).isTrue();
    assertThat(world.now()).isEqualTo(START.plus(DAY.multipliedBy(13)));
  }

  @Test
  void spawned_bodies_take_turns_at_their_pauses() {
    List<String> seen = new ArrayList<>();
    world.spawn("slow", () -> step(seen, "slow", Duration.ofSeconds(2)));
    world.spawn("fast", () -> step(seen, "fast", Duration.ofSeconds(1)));
    world.pause(Duration.ofSeconds(5));
    assertThat(seen.subList(2, 4)).containsExactly("fast done", "slow done");
    assertThat(world.now()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void a_spawned_body_waits_for_a_condition_until_another_makes_it_true() {
    List<String> seen = new ArrayList<>();
    world.spawn("waiter", () -> seen.add("woken " + world.await(() -> seen.contains("go"), DAY)));
    world.after(Duration.ofSeconds(3), () -> seen.add("go"));
    world.pause(Duration.ofSeconds(3));
    world.pause(Duration.ZERO);
    assertThat(seen).containsExactly("go", "woken true");
  }

  @Test
  void a_killed_body_leaves_at_its_pause() {
    List<String> seen = new ArrayList<>();
    Spawned body = world.spawn("victim", () -> step(seen, "victim", Duration.ofSeconds(2)));
    world.after(Duration.ofSeconds(1), body::kill);
    world.pause(Duration.ofSeconds(3));
    assertThat(seen).containsExactly("victim begins");
    assertThat(body.ended()).isTrue();
  }

  @Test
  void a_cancelled_timer_never_runs() {
    List<String> seen = new ArrayList<>();
    world.after(Duration.ofSeconds(1), () -> seen.add("ran")).cancel();
    world.pause(Duration.ofSeconds(2));
    assertThat(seen).isEmpty();
  }

  @Test
  void an_exception_of_a_spawned_body_reaches_the_driver() {
    world.spawn("broken", () -> List.of().getFirst());
    assertThatThrownBy(() -> world.pause(DAY)).hasMessageContaining("broken");
  }

  @Test
  void the_same_seed_gives_the_same_order_and_another_seed_another() {
    assertThat(orderOf(7)).isEqualTo(orderOf(7)).isNotEqualTo(orderOf(8));
  }

  private static List<Integer> orderOf(long seed) {
    VirtualScheduler world = new VirtualScheduler(START, seed);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      world.after(Duration.ZERO, () -> order.add(number));
    }
    world.pause(Duration.ZERO);
    return order;
  }

  private void step(List<String> seen, String name, Duration time) {
    seen.add(name + " begins");
    world.pause(time);
    seen.add(name + " done");
  }
}
