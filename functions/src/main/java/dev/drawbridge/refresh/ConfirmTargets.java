package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Lease;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the truth once more, waits until a switch has settled, and lets go of the lease; or sends
 * the run round again.
 *
 * <p>Calls: 2 a try to read the truth; in the end 1 for the lease, and after a switch 1 more to see
 * the old target gone.
 */
public final class ConfirmTargets extends Worker<ConfirmTargets.Input, Confirmation> {
  /** Input of ConfirmTargets: what the pass has found and done. */
  public record Input(
      RefreshRequest request,
      Round round,
      String executionArn,
      Database database,
      InstanceAddresses addresses,
      Registration registration,
      TargetCheck check,
      Deregistration deregistration) {}

  private final TruthWatch watch;
  private final Targets targets;
  private final Leases leases;
  private final Records records;
  private final InstantSource clock;
  private final Duration settling;

  /** In Lambda. */
  public ConfirmTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ConfirmTargets(Environment environment) {
    super(Input.class);
    this.watch = new TruthWatch(environment);
    this.targets = new Targets(environment.clients());
    this.leases = Stores.leases(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
    this.settling =
        environment
            .settings()
            .optional(Settings.SETTLING)
            .map(Duration::parse)
            .orElse(Propagation.DEREGISTRATION);
  }

  /** A database, a target group and a lease that there never are. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(watch::prime, () -> targets.of(Targets.NEVER), () -> leases.find(Leases.NEVER));
  }

  @Override
  public Confirmation handle(Input input) {
    Round round = input.round();
    Instant lastSwitch = input.registration().switchedAt();
    if (moved(input)) {
      return again(input, round.seen(), lastSwitch);
    }
    awaitSettled(input.registration());
    String arn = input.request().databaseIdentifier();
    if (leases.release(arn, input.executionArn(), round.seen(), lastSwitch)) {
      return refreshed(input);
    }
    // Refused: somebody left a mark, a switch is on record whose reply was lost, or an earlier try
    // of this task let go and its own reply was lost.
    return leases
        .find(arn)
        .filter(lease -> lease.executionArn().equals(input.executionArn()))
        .map(lease -> again(input, lease.requested(), lastSwitch(input, lease)))
        .orElseGet(() -> refreshed(input));
  }

  /** Stale readers are still there if the truth had moved; it may be back where it was by now. */
  private boolean moved(Input input) {
    return !input.deregistration().removed().containsAll(input.registration().staleReaders())
        || watch.moved(input.addresses(), input.database());
  }

  /** A try that switched and could not say so ended before the next one registered. */
  private static @Nullable Instant lastSwitch(Input input, Lease lease) {
    Instant known = input.registration().switchedAt();
    Instant recorded = lease.switchedAt();
    boolean unknown = recorded != null && (known == null || recorded.isAfter(known));
    return unknown ? input.registration().registeredAt() : known;
  }

  /** A deregistered target may still get connections for a while. */
  private void awaitSettled(Registration registration) {
    Instant switchedAt = registration.switchedAt();
    if (switchedAt == null) {
      return;
    }
    if (clock.instant().isBefore(switchedAt.plus(settling))) {
      throw new NotReady("the switch of %s needs %s to settle".formatted(switchedAt, settling));
    }
    List<TargetState> old =
        targets.of(registration.writerGroupArn()).stream()
            .filter(state -> !registration.writer().contains(state.target()))
            .toList();
    // Without a writer the group was left alone, and what it holds is no leftover of ours.
    if (!old.isEmpty() && !registration.writer().isEmpty()) {
      throw new NotReady("the old writer is not gone yet: " + old);
    }
  }

  private Confirmation again(Input input, String seen, @Nullable Instant lastSwitch) {
    Instant now = clock.instant();
    Round next =
        input
            .round()
            .next(seen, lastSwitch, RefreshRecord.changes(input), RefreshRecord.pass(input, now));
    return new Confirmation("AGAIN", next, RefreshRecord.of(input, now, null));
  }

  private Confirmation refreshed(Input input) {
    Instant now = clock.instant();
    Instant switchedAt = input.registration().switchedAt();
    if (switchedAt != null) {
      // Under the instant of the switch: the next run may know of it too, and it is one deed.
      records.add(
          AuditEntry.about(AuditRecord.Kind.WRITER_SWITCHED, input.request().databaseIdentifier())
              .saying("the writer is " + input.registration().writer())
              .at(switchedAt));
    }
    return new Confirmation("REFRESHED", input.round(), RefreshRecord.of(input, now, now));
  }

  @Override
  protected Optional<String> remark(Confirmation output) {
    return Refreshes.line(output.result());
  }

  @Override
  protected Optional<Metrics> metrics(Confirmation output) {
    return output.outcome().equals("REFRESHED")
        ? Optional.of(RefreshMetrics.of(output.result()))
        : Optional.empty();
  }
}
