package dev.drawbridge.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DynamoDB ends an answer at 1 MB, however many items were asked for. */
class LongPagesTest {
  private final TestWorld world = new TestWorld();
  private final Records records = Stores.records(world.environment);

  @Test
  void a_page_that_is_short_for_its_size_is_not_the_last() {
    List<String> ids = List.of("f", "e", "d", "c", "b", "a");
    ids.reversed().forEach(this::add);
    List<String> found = new ArrayList<>();
    int pages = 0;
    for (String after = ""; after != null; pages++) {
      PageRead<AuditRecord> page = records.page(after, 50);
      page.items().values().forEach(each -> found.add(each.id()));
      after = page.next();
    }
    assertThat(found).isEqualTo(ids);
    assertThat(pages).isEqualTo(2);
  }

  private void add(String id) {
    Instant now = world.time.now().plusSeconds(id.charAt(0));
    records.add(
        new AuditRecord(
            id,
            now,
            AuditRecord.Kind.REQUESTED,
            "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
            null,
            AuditRecord.DRAWBRIDGE,
            AuditRecord.DRAWBRIDGE,
            null,
            null,
            null,
            null,
            "x".repeat(300_000)));
  }
}
