package dev.drawbridge.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionsTest {
  private static final String ORDERS = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";

  private final TestWorld world = new TestWorld();
  private final Inspections inspections = Stores.inspections(world.environment);
  private final Instant now = world.time.now();
  private final Instant soon = now.plus(Duration.ofMinutes(10));

  @Test
  void a_look_that_is_hastened_is_due_at_once_until_one_has_been_kept() {
    InspectionRecord held = inspections.put(next(0, soon), now);
    inspections.hasten(ORDERS, now);
    assertThat(read().nextAt()).isEqualTo(now);

    Instant later = now.plus(Duration.ofMinutes(11));
    inspections.put(next(held.version(), later), now.plusMillis(1));

    assertThat(read().nextAt()).as("no write was lost by it").isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30})
  void one_that_is_hastened_after_a_look_began_is_due_whatever_that_look_keeps(int seconds) {
    InspectionRecord held = inspections.put(next(0, soon), now);
    Instant hastened = now.plusSeconds(seconds);
    inspections.hasten(ORDERS, hastened);

    InspectionRecord intent = inspections.put(next(held.version(), soon), now);
    inspections.put(next(intent.version(), soon), now);

    assertThat(read().nextAt()).isEqualTo(hastened);
    assertThat(read().version()).isEqualTo(intent.version() + 1);
  }

  @Test
  void a_look_does_not_overwrite_another_though_the_path_is_hastened() {
    InspectionRecord held = inspections.put(next(0, soon), now);
    inspections.put(next(held.version(), soon), now);
    inspections.hasten(ORDERS, now);

    assertThatThrownBy(() -> inspections.put(next(held.version(), soon), now))
        .isInstanceOf(TransientFailure.class);
  }

  @Test
  void what_no_look_has_seen_is_not_put_on_record_by_it() {
    inspections.hasten(ORDERS, now);

    assertThat(inspections.find(ORDERS)).isEmpty();
  }

  private InspectionRecord read() {
    return inspections.find(ORDERS).orElseThrow();
  }

  private InspectionRecord next(long version, Instant nextAt) {
    return new InspectionRecord(
        ORDERS, version, null, now, nextAt, List.of(), List.of(), List.of(), null, null);
  }
}
