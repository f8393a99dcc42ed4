package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Exposure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Exposure ORDERS = Exposure.first("orders").of("cluster-1");
  private static final Exposure CHANGED = ORDERS.of("cluster-2");

  private final RecentChanges changes = new RecentChanges();

  @Test
  void a_new_environment_knows_of_none() {
    assertThat(changes.any(Map.of("orders", ORDERS), NOW)).isFalse();
    assertThat(changes.any(Map.of("orders", ORDERS), NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void a_record_that_has_changed_counts_as_long_as_runs_wait() {
    changes.any(Map.of("orders", ORDERS), NOW);
    assertThat(changes.any(Map.of("orders", CHANGED), NOW.plusSeconds(60))).isTrue();
    Instant last = NOW.plusSeconds(60).plus(Duration.ofMinutes(15));
    assertThat(changes.any(Map.of("orders", CHANGED), last.minusMillis(1))).isTrue();
    assertThat(changes.any(Map.of("orders", CHANGED), last)).isFalse();
  }

  @Test
  void a_database_that_was_not_seen_before_has_not_changed() {
    changes.any(Map.of(), NOW);
    assertThat(changes.any(Map.of("orders", ORDERS), NOW.plusSeconds(60))).isFalse();
  }
}
