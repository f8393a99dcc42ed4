package dev.drawbridge.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionsTest {
  private static final String ORDERS = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";

  private final TestWorld world = new TestWorld();
  private final Inspections inspections = Stores.inspections(world.environment);
  private final Instant now = world.time.now();

  @Test
  void a_look_that_is_hastened_is_due_at_once_until_one_has_been_kept() {
    InspectionRecord held = inspections.put(next(0, now.plus(Duration.ofMinutes(10))));
    inspections.hasten(ORDERS, now);
    assertThat(read().nextAt()).isEqualTo(now);

    Instant later = now.plus(Duration.ofMinutes(11));
    inspections.put(next(held.version(), later));

    assertThat(read().nextAt()).as("no write was lost by it").isEqualTo(later);
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
