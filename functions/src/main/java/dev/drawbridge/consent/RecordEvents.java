package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.events.EventBus;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives EventBridge what was put on record since the last look: by one worker in turn rather than
 * by each that records, so that none fails because the bus is away.
 */
public final class RecordEvents {
  /** Enough for a minute's deeds; more wait for the next look. */
  private static final int MOST = 200;

  private final Records records;
  private final EventBus bus;

  public RecordEvents(Environment environment) {
    this.records = Stores.records(environment);
    this.bus = new EventBus(environment.clients());
  }

  /** Sends what is unsent. Returns what could not be read or sent, each with the reason. */
  public List<String> send() {
    ItemsRead<AuditRecord> unsent = records.unsent(MOST);
    List<String> failed = new ArrayList<>(unsent.faults());
    List<AuditRecord> all = unsent.values();
    for (int from = 0; from < all.size(); from += EventBus.MOST) {
      List<AuditRecord> some = all.subList(from, Math.min(all.size(), from + EventBus.MOST));
      List<Optional<String>> refusals = bus.put(some);
      for (int i = 0; i < some.size(); i++) {
        AuditRecord entry = some.get(i);
        refusals
            .get(i)
            .ifPresentOrElse(
                why -> failed.add("event of record %s: %s".formatted(entry.id(), why)),
                () -> records.sent(entry));
      }
    }
    return failed;
  }
}
