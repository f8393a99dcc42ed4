package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item per database while a run of refresh-targets works on it. */
public final class Leases {
  /** What no database is called: RDS wants a letter first. */
  public static final String NEVER = "0";

  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;

  public Leases(Table table) {
    this.table = table;
  }

  /** Writes the lease if there is none. Returns the lease that is there now, ours or another's. */
  public Lease acquire(Lease wanted) {
    return switch (table.putIf(item(wanted), Condition.absent())) {
      case Table.Outcome.Written written -> wanted;
      case Table.Outcome.Refused refused -> refused.item().map(Leases::lease).orElse(wanted);
    };
  }

  /** Takes over a lease that is void. False if somebody else was faster. */
  public boolean replace(Lease held, Lease next) {
    Condition unchanged = Condition.present().andEquals("executionArn", held.executionArn());
    return table.putIf(item(next), unchanged) instanceof Table.Outcome.Written;
  }

  /**
   * Leaves a mark for the run that holds the lease. Returns that lease, which may be void, or
   * nothing if there is none: a run lets go only if it has seen the last mark.
   */
  public Optional<Lease> request(String databaseArn, String mark, Instant now) {
    return request(databaseArn, mark, now, null);
  }

  /**
   * The same.
   *
   * @param failoverAt now, if an event of a failover leaves it; null leaves what is known of one
   */
  public Optional<Lease> request(
      String databaseArn, String mark, Instant now, @Nullable Instant failoverAt) {
    Item change =
        Item.empty()
            .with("requested", mark)
            .with("requestedAt", now.toEpochMilli())
            .with("failoverAt", failoverAt == null ? null : millis(failoverAt));
    return switch (table.setIf(key(databaseArn), change, Condition.present())) {
      case Table.Outcome.Written written -> Optional.of(lease(written.item()));
      case Table.Outcome.Refused refused -> Optional.empty();
    };
  }

  /** Writes down that its run has looked at the truth, unless another holds it by now. */
  public void looked(Lease held, Lease.Looks looks) {
    table.setIf(key(held.databaseArn()), looks(Item.empty(), looks), mine(held.executionArn()));
  }

  /**
   * Writes down what a pass of a run is about to change, before it does: the reply of the change
   * itself can be lost. Returns what the first try of that pass wrote down, or nothing if the lease
   * is another run's by now: then nothing may be changed.
   *
   * @param switchedAt now, if a writer is about to be taken out; else null
   */
  public Optional<List<String>> record(
      String databaseArn,
      String executionArn,
      int pass,
      List<String> changes,
      @Nullable Instant switchedAt) {
    Item now = Item.empty().with("switchedAt", switchedAt == null ? null : millis(switchedAt));
    Item once = Item.empty().with(changesOf(pass), changes);
    return switch (table.setIf(key(databaseArn), now, once, mine(executionArn))) {
      case Table.Outcome.Written written -> Optional.of(written.item().texts(changesOf(pass)));
      case Table.Outcome.Refused refused -> Optional.empty();
    };
  }

  /**
   * The same for whoever cannot go on otherwise.
   *
   * @throws Conflict if the lease is another run's by now
   */
  public List<String> requireRecord(
      String databaseArn,
      String executionArn,
      int pass,
      List<String> changes,
      @Nullable Instant switchedAt) {
    return record(databaseArn, executionArn, pass, changes, switchedAt)
        .orElseThrow(
            () ->
                new Conflict(
                    "the lease of database %s is another run's by now".formatted(databaseArn)));
  }

  /** What the first try of a pass of that run wrote down; empty if it wrote nothing. */
  public List<String> recorded(String databaseArn, String executionArn, int pass) {
    return table
        .get(key(databaseArn))
        .filter(item -> item.text("executionArn").equals(executionArn))
        .map(item -> item.texts(changesOf(pass)))
        .orElse(List.of());
  }

  /**
   * Lets go, unless somebody has left a mark since {@code seen} or a switch is on record that is
   * later than {@code lastSwitch}, the last one that the run knows of. True if the lease is gone.
   */
  public boolean release(
      String databaseArn, String executionArn, String seen, @Nullable Instant lastSwitch) {
    AttributeValue known = AttributeValue.fromN(String.valueOf(millis(lastSwitch)));
    return table.deleteIf(
        key(databaseArn),
        mine(executionArn).andEquals("requested", seen).and("switchedAt", "<=", known));
  }

  /**
   * Lets go whatever has been requested: the run has failed. The lease is void from {@code now} on,
   * and stays for its record of the last switch, which may not have settled. True if it was ours.
   */
  public boolean abandon(String databaseArn, String executionArn, Instant now) {
    Item change = until(Item.empty(), now);
    return table.setIf(key(databaseArn), change, mine(executionArn))
        instanceof Table.Outcome.Written;
  }

  /** Lets go for good, unless the run may have switched. True if the lease is gone. */
  public boolean drop(String databaseArn, String executionArn) {
    return table.deleteIf(
        key(databaseArn), mine(executionArn).and("switchedAt", "<=", AttributeValue.fromN("0")));
  }

  public Optional<Lease> find(String databaseArn) {
    return table.get(key(databaseArn)).map(Leases::lease);
  }

  /** The lease while that run holds it: a mark in another's is not left for it. */
  public Optional<Lease> findOf(String databaseArn, String executionArn) {
    return find(databaseArn).filter(lease -> lease.executionArn().equals(executionArn));
  }

  /** An attribute for each pass: of one alone a later try could not tell whose it is. */
  private static String changesOf(int pass) {
    return "changes" + pass;
  }

  private static Condition mine(String executionArn) {
    return Condition.present().andEquals("executionArn", executionArn);
  }

  private static Item key(String databaseArn) {
    return Item.key("lease#" + databaseArn, "refresh");
  }

  private static Item item(Lease lease) {
    Item item =
        until(key(lease.databaseArn()), lease.expiresAt())
            .with("databaseArn", lease.databaseArn())
            .with("executionArn", lease.executionArn())
            .with("requested", lease.requested())
            .with("requestedAt", lease.requestedAt() == null ? null : millis(lease.requestedAt()))
            .with("failoverAt", lease.failoverAt() == null ? null : millis(lease.failoverAt()))
            .with("switchedAt", millis(lease.switchedAt()));
    return looks(item, lease.looks());
  }

  private static Item looks(Item item, Lease.Looks looks) {
    return item.with("answered", looks.answered()).with("truthAt", millis(looks.truthAt()));
  }

  private static Lease.Looks looks(Item item) {
    return new Lease.Looks(
        item.optionalText("answered").orElse(""), // absent in what an earlier release wrote
        instant(item.optionalNumber("truthAt").orElse(0L)));
  }

  /** Void from then on; the item stays for what it says of the last switch, which settles soon. */
  private static Item until(Item item, Instant end) {
    return item.with("until", end.toString()).with("expiresAt", end.plus(KEPT).getEpochSecond());
  }

  private static Lease lease(Item item) {
    return new Lease(
        item.text("databaseArn"),
        item.text("executionArn"),
        // An earlier release wrote it in the place of the time to live.
        Instant.parse(item.optionalText("until").orElseGet(() -> item.text("expiresAt"))),
        item.text("requested"),
        item.optionalNumber("requestedAt").map(Instant::ofEpochMilli).orElse(null),
        item.optionalNumber("failoverAt").map(Instant::ofEpochMilli).orElse(null),
        instant(item.number("switchedAt")),
        looks(item));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? 0 : instant.toEpochMilli();
  }
}
