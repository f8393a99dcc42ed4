package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Lease;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the truth once more, waits until a switch has settled, and lets go of the lease; or sends
 * the run round again.
 *
 * <p>Calls: those of {@link AwaitedTruth} a try, and when a switch has settled those to read the
 * truth; in the end 1 for the lease, and those of {@link FinalReads}: for each its turn, 1 for a
 * group, and those of {@link ListenerCheck}.
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

  private final AwaitedTruth truth;
  private final Targets targets;
  private final ListenerCheck listeners;
  private final Leases leases;
  private final Turns turns;
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
    this.truth = new AwaitedTruth(environment);
    this.targets = Targets.inTurn(environment.clients());
    this.listeners = new ListenerCheck(environment);
    this.leases = Stores.leases(environment);
    this.turns = Stores.turns(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
    this.settling = Propagation.settling(environment.settings());
  }

  /** A database, a target group and a lease that there never are. Calls: 6. */
  @Override
  protected List<Runnable> priming() {
    return List.of(truth::prime, () -> targets.of(Targets.NEVER));
  }

  @Override
  public Confirmation handle(Input input) {
    Instant lastSwitch = input.registration().switchedAt();
    // Before the truth is read: what somebody knew who has left a mark is answered by it.
    Unread unread = truth.unread(input.request().databaseIdentifier(), input.executionArn());
    String seen = unread.seen(input.round());
    if (input.check().moved()) {
      Round round = input.check().looks() ? input.round().looking() : input.round();
      return again(input, round, seen, lastSwitch);
    }
    if (!settles(input)) {
      // The truth had moved when stale readers would have left, or their group is another by now.
      return again(input, input.round().looking(), seen, lastSwitch);
    }
    boolean told = unread.ofGroups(input.round());
    FinalReads reads = FinalReads.of(input.request(), input.round(), input.registration(), told);
    Optional<String> waits = waits(input, reads, unread);
    if (waits.isPresent() ? movedByMark(input, unread) : movedAtEnd(input, reads, unread)) {
      return again(input, input.round(), seen, lastSwitch);
    }
    if (waits.isPresent()) {
      throw new NotReady(waits.get());
    }
    return confirmed(input, reads, seen);
  }

  /** Why nothing can be read yet. */
  private Optional<String> waits(Input input, FinalReads reads, Unread unread) {
    Instant switchedAt = input.registration().switchedAt();
    if (switchedAt != null && clock.instant().isBefore(switchedAt.plus(settling))) {
      return Optional.of("the switch of %s needs %s to settle".formatted(switchedAt, settling));
    }
    if (unread.early()) {
      return Optional.of("RDS may tell later of what was reported a moment ago");
    }
    return reads.formerWriter() && !turns.take(Lane.LOOKS)
        ? Optional.of(Lane.LOOKS.waits())
        : Optional.empty();
  }

  /**
   * Whether somebody who left a mark meanwhile knew that the truth has moved: while a run only
   * waits, CheckDrift leaves one where it is missing.
   */
  private boolean movedByMark(Input input, Unread unread) {
    return truth.movedByMark(unread, input.database(), input.addresses());
  }

  /** Many end at once of those that events have started; of those that have read the groups few. */
  private boolean movedAtEnd(Input input, FinalReads reads, Unread unread) {
    return input.round().looks(input.request())
        ? truth.movedNow(input.database(), input.addresses())
        : truth.movedAtEnd(unread, input.database(), input.addresses(), reads.formerWriter());
  }

  /**
   * Lets go, unless what there is does not fit. Of a run that has switched the first read is paid
   * for by now; any other has waited for its turn to read the truth, and waits for no second one.
   */
  private Confirmation confirmed(Input input, FinalReads reads, String seen) {
    String arn = input.request().databaseIdentifier();
    Instant lastSwitch = input.registration().switchedAt();
    if (reads.any() && !reads.formerWriter()) {
      turns.goOn(Lane.LOOKS);
    }
    Optional<List<TargetState>> writers =
        reads.writers()
            ? targets.find(input.registration().writerGroupArn())
            : Optional.of(List.of());
    awaitSettled(input.registration(), writers.orElse(List.of()));
    if (writers.isEmpty()
        || hasSurplus(input.registration(), writers.get())
        || (reads.groups() && differs(input, writers.get()))) {
      return again(input, input.round().looking(), seen, lastSwitch);
    }
    ListenerCheck.Found led = reads.listeners() ? led(input, reads) : ListenerCheck.Found.NOTHING;
    if (led.corrected()) {
      return again(input, input.round().looking(), seen, lastSwitch);
    }
    if (leases.release(arn, input.executionArn(), seen, lastSwitch)) {
      return refreshed(input, led.notes());
    }
    // Refused: somebody left a mark, a switch is on record whose reply was lost, or an earlier try
    // of this task let go and its own reply was lost.
    return leases
        .findOf(arn, input.executionArn())
        .map(lease -> again(input, input.round(), lease.requested(), lastSwitch(input, lease)))
        .orElseGet(() -> refreshed(input, led.notes()));
  }

  /** Where the listeners lead. */
  private ListenerCheck.Found led(Input input, FinalReads reads) {
    if (reads.writers()) {
      turns.goOn(Lane.LOOKS);
    }
    return listeners.of(input.request().databaseIdentifier(), input.registration());
  }

  /** A try that switched and could not say so ended before the next one registered. */
  private static @Nullable Instant lastSwitch(Input input, Lease lease) {
    Instant known = input.registration().switchedAt();
    Instant recorded = lease.switchedAt();
    boolean unknown = recorded != null && (known == null || recorded.isAfter(known));
    return unknown ? input.registration().registeredAt() : known;
  }

  /** Whether all that is left is time. */
  private static boolean settles(Input input) {
    return input.deregistration().removed().containsAll(input.registration().staleReaders());
  }

  /** A deregistered target may still get connections for a while. */
  private static void awaitSettled(Registration registration, List<TargetState> writers) {
    List<TargetState> old =
        others(registration, writers).stream().filter(state -> !state.present()).toList();
    if (registration.switchedAt() != null && !old.isEmpty()) {
      throw new NotReady("the old writer is not gone yet: " + old);
    }
  }

  /** Whether somebody has put a target there since, which no wait would take out. */
  private static boolean hasSurplus(Registration registration, List<TargetState> writers) {
    return others(registration, writers).stream().anyMatch(TargetState::present);
  }

  /** Without a writer the group was left alone, and what it holds is no leftover of ours. */
  private static List<TargetState> others(Registration registration, List<TargetState> writers) {
    return registration.writer().isEmpty()
        ? List.of()
        : writers.stream()
            .filter(state -> !registration.writer().contains(state.target()))
            .toList();
  }

  /** Whether the groups hold something else than they should. Calls: 1. */
  private boolean differs(Input input, List<TargetState> writerGroup) {
    Registration registration = input.registration();
    List<Target> writers = TargetState.held(writerGroup);
    turns.goOn(Lane.LOOKS);
    Optional<List<TargetState>> readerGroup = targets.find(registration.readerGroupArn());
    List<Target> readers = TargetState.held(readerGroup.orElse(List.of()));
    boolean known = input.addresses().notes().isEmpty() && !registration.readers().isEmpty();
    return readerGroup.isEmpty()
        || !Set.copyOf(writers).equals(Set.copyOf(registration.writer()))
        || !readers.containsAll(registration.readers())
        || (known && !registration.readers().containsAll(readers));
  }

  private Confirmation again(Input input, Round round, String seen, @Nullable Instant lastSwitch) {
    Instant now = clock.instant();
    Round next =
        round.next(
            seen,
            input.registration(),
            lastSwitch,
            RefreshRecord.changes(input),
            RefreshRecord.pass(input, now));
    return new Confirmation("AGAIN", next, RefreshRecord.of(input, List.of(), now, null));
  }

  private Confirmation refreshed(Input input, List<String> notes) {
    Instant now = clock.instant();
    Instant switchedAt = input.registration().switchedAt();
    if (switchedAt != null) {
      // Under the instant of the switch: the next run may know of it too, and it is one deed.
      records.add(
          AuditEntry.about(AuditRecord.Kind.WRITER_SWITCHED, input.request().databaseIdentifier())
              .saying("the writer is " + input.registration().writer())
              .at(switchedAt));
    }
    return new Confirmation("REFRESHED", input.round(), RefreshRecord.of(input, notes, now, now));
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
