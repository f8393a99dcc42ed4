package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.PageRead;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /records}: who did what, and when, the latest first. */
public final class ReadRecords extends ApiWorker {
  private static final int PAGE = 50;
  private static final Pattern TOKEN = Pattern.compile(Records.KEY_FORM);

  private final Records records;
  private final InstantSource clock;

  public ReadRecords() {
    this(Environment.lambda());
  }

  public ReadRecords(Environment environment) {
    super(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  /**
   * A page of the records.
   *
   * @param unreadable records that are kept but say nothing: each a line for people
   */
  private record Page(
      List<AuditRecord> records, List<String> unreadable, @Nullable String nextToken) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    access(call).requireOperator(call.caller());
    String after =
        call.query("nextToken", TOKEN, "expected the token of the page before").orElse("");
    PageRead<AuditRecord> page = records.page(after, PAGE);
    List<String> unreadable = page.items().faults();
    return ProxyAnswer.json(200, new Page(page.items().values(), unreadable, page.next()))
        .lacking(unreadable, clock.instant());
  }
}
