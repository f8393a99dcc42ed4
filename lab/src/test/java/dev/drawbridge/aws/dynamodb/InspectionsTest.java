package dev.drawbridge.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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
    InspectionRecord held = put(0);
    inspections.hasten(ORDERS, now);
    assertThat(read().nextAt()).isEqualTo(now);

    Instant later = now.plus(Duration.ofMinutes(11));
    inspections.put(next(held.version(), later), now.plusMillis(1));

    assertThat(read().nextAt()).as("no write was lost by it").isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30})
  void one_that_is_hastened_after_a_look_began_is_due_whatever_that_look_keeps(int seconds) {
    InspectionRecord held = put(0);
    Instant hastened = now.plusSeconds(seconds);
    inspections.hasten(ORDERS, hastened);

    InspectionRecord intent = put(held.version());
    inspections.put(next(intent.version(), soon), now);

    assertThat(read().nextAt()).isEqualTo(hastened);
    assertThat(read().version()).isEqualTo(intent.version() + 1);
  }

  @Test
  void a_look_does_not_overwrite_another_though_the_path_is_hastened() {
    InspectionRecord held = put(0);
    inspections.put(next(held.version(), soon), now);
    inspections.hasten(ORDERS, now);

    assertThat(inspections.put(next(held.version(), soon), now)).isEmpty();
    assertThat(read().version()).isEqualTo(held.version() + 1);
  }

  @Test
  void what_an_earlier_release_wrote_is_read() {
    String known =
        """
        {"key": "NO_WRITER orders", "kind": "NO_WRITER", "text": "it has no writer", "weight": "CUTS",
         "whose": "OWNER", "remedy": "TELL", "since": "2026-11-22T11:00:00Z", "told": true}""";
    new Table(world.environment.clients(), "drawbridge")
        .putIf(
            Item.key("inspection", ORDERS)
                .with("version", 1)
                .with(
                    "document",
                    "{\"databaseArn\": \"%s\", \"version\": 1, \"nextAt\": \"%s\", \"known\": [%s], \"putBack\": []}"
                        .formatted(ORDERS, now, known)),
            Condition.absent());

    InspectionRecord read = read();

    assertThat(read.gone()).isEmpty();
    assertThat(read.untold()).isEmpty();
    assertThat(read.known())
        .singleElement()
        .satisfies(entry -> assertThat(entry.told()).isTrue())
        .satisfies(entry -> assertThat(entry.returns()).isZero());
    assertThat(inspections.put(read.withUntold(lines(300)), now).orElseThrow().untold())
        .as("an item of the table holds 400 KB")
        .hasSizeBetween(50, 100)
        .last()
        .satisfies(line -> assertThat(line.line()).startsWith("299 "));
  }

  private List<InspectionRecord.Untold> lines(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> new InspectionRecord.Untold(now, i + " is wrong".repeat(100)))
        .toList();
  }

  @Test
  void what_no_look_has_seen_is_not_put_on_record_by_it() {
    inspections.hasten(ORDERS, now);

    assertThat(inspections.find(ORDERS)).isEmpty();
  }

  private InspectionRecord put(long version) {
    return inspections.put(next(version, soon), now).orElseThrow();
  }

  private InspectionRecord read() {
    return inspections.find(ORDERS).orElseThrow();
  }

  private InspectionRecord next(long version, Instant nextAt) {
    return new InspectionRecord(
        ORDERS, version, null, now, nextAt, List.of(), List.of(), List.of(), null, null, List.of(),
        List.of());
  }
}
