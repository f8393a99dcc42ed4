package dev.drawbridge.plan;

import dev.drawbridge.model.ConfirmTargetsInput;
import dev.drawbridge.model.Pass;
import dev.drawbridge.model.RefreshResult;
import dev.drawbridge.model.Registration;
import dev.drawbridge.model.Target;
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
   * @param settledAt null while the run goes round
   */
  public static RefreshResult of(
      ConfirmTargetsInput input, Instant now, @Nullable Instant settledAt) {
    Registration registration = input.registration();
    String cause = input.request().cause();
    return new RefreshResult(
        input.database().identifier(),
        cause == null ? "unstated" : cause,
        input.round().number(),
        registration.writer(),
        registration.readers(),
        changes(input),
        joined(input.endpoints().notes(), registration.notes()),
        input.round().requestedAt(),
        input.round().startedAt(),
        registration.switchedAt(),
        settledAt,
        joined(input.round().passes(), List.of(pass(input, now))));
  }

  /** What the run has changed so far, in words. */
  public static List<String> changes(ConfirmTargetsInput input) {
    List<String> removed =
        input.deregistration().removed().stream().map(RefreshRecord::removal).toList();
    return joined(joined(input.round().changes(), input.registration().changes()), removed);
  }

  /** How long the parts of the pass took that ends now. */
  public static Pass pass(ConfirmTargetsInput input, Instant now) {
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

  private static String removal(Target reader) {
    return "reader group - " + reader;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
