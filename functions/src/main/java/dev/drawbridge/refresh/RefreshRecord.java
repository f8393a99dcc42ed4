package dev.drawbridge.refresh;

import dev.drawbridge.plan.FailureWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a refresh leaves on record. */
public final class RefreshRecord {
  private RefreshRecord() {}

  /**
   * The record as it stands at the end of a pass.
   *
   * @param notes what else a reader should know
   * @param settledAt null while the run goes round
   */
  public static RefreshResult of(
      ConfirmTargets.Input input, List<String> notes, Instant now, @Nullable Instant settledAt) {
    Registration registration = input.registration();
    return new RefreshResult(
        input.database().identifier(),
        cause(input.request()),
        input.round().number(),
        registration.writer(),
        registration.readers(),
        changes(input),
        joined(input.addresses().notes(), notes),
        input.round().requestedAt(),
        input.round().startedAt(),
        registration.switchedAt(),
        settledAt,
        joined(input.round().passes(), List.of(pass(input, now))));
  }

  /** The record of a run that fails. */
  public static Released failed(FailedRun run, boolean released, Instant now) {
    Registration registration = run.registration();
    Deregistration deregistration = run.deregistration();
    List<String> registered = registration == null ? List.of() : registration.changes();
    List<String> removed = deregistration == null ? List.of() : removals(deregistration);
    return new Released(
        released,
        run.request().name(),
        cause(run.request()),
        FailureWords.message(run.failure()),
        changes(run.round(), registered, removed),
        run.round().requestedAt(),
        registration == null ? run.round().switchedAt() : registration.switchedAt(),
        now,
        null,
        true);
  }

  /** What the run has changed so far, in words. */
  public static List<String> changes(ConfirmTargets.Input input) {
    return changes(input.round(), input.registration().changes(), removals(input.deregistration()));
  }

  private static List<String> changes(Round round, List<String> added, List<String> removed) {
    return joined(joined(round.changes(), added), removed);
  }

  /** How long the parts of the pass took that ends now. */
  public static Pass pass(ConfirmTargets.Input input, Instant now) {
    Instant started = input.round().passStartedAt();
    Instant discovered = input.database().discoveredAt();
    Registration registration = input.registration();
    return new Pass(
        started,
        Duration.between(started, discovered),
        Duration.between(discovered, registration.beganAt()),
        Duration.between(registration.beganAt(), registration.registeredAt()),
        Duration.between(registration.registeredAt(), input.check().at()),
        Duration.between(input.check().at(), now));
  }

  private static String cause(RefreshRequest request) {
    String cause = request.cause();
    return cause == null ? "unstated" : cause;
  }

  private static List<String> removals(Deregistration deregistration) {
    return deregistration.removed().stream().map(reader -> "reader group - " + reader).toList();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
