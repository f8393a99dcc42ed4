package dev.drawbridge.model;

import dev.drawbridge.onboarding.OnboardingResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one item that says who works, or has worked, on a consumer's path to a database.
 *
 * @param key the consumer and the database
 * @param attempt counts from 1; never reused
 * @param requestDigest see {@link dev.drawbridge.plan.RequestDigest}
 * @param executionArn the execution that made this attempt
 * @param state how far it came
 * @param enforcement of the exposure when the first attempt began
 * @param readerPort likewise, or null where it was not decided
 * @param writerPort likewise
 * @param accepted the last endpoint that we set out to accept, written before accepting
 * @param result JSON of {@link OnboardingResult}, once onboarded
 * @param failure why the attempt ended, for people
 * @param leavingArn the run of offboard-consumer that ends this path, or has ended it
 * @param before the claim that this attempt took the place of; it comes back if the request is
 *     refused. Null if there was none
 * @param since when the execution that works, or ends the path, said so; null in what an earlier
 *     release wrote
 */
public record Claim(
    OnboardingKey key,
    int attempt,
    String requestDigest,
    String executionArn,
    ClaimState state,
    Enforcement enforcement,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    @Nullable Accepted accepted,
    @Nullable String result,
    @Nullable String failure,
    @Nullable String leavingArn,
    @Nullable Claim before,
    @Nullable Instant since) {

  /** An endpoint of a service. */
  public record Accepted(String serviceId, String endpointId) {}

  /** The first attempt on a path, while the exposure has these settings. */
  public static Claim first(
      OnboardingKey key,
      String requestDigest,
      String executionArn,
      ExposureSettings settings,
      Instant now) {
    return new Claim(
        key,
        1,
        requestDigest,
        executionArn,
        ClaimState.RUNNING,
        settings.enforcement(),
        settings.readerPort(),
        settings.writerPort(),
        null,
        null,
        null,
        null,
        null,
        now);
  }

  /**
   * The claim of a path that ends before any run of onboard-consumer has claimed it: nobody can do
   * so any more.
   *
   * @param onboardingRun the run that would
   */
  public static Claim leavingUnclaimed(
      OnboardingKey key, String onboardingRun, String leavingArn, Instant now) {
    return new Claim(
        key,
        0,
        "",
        onboardingRun,
        ClaimState.LEAVING,
        Enforcement.OFF,
        null,
        null,
        null,
        null,
        null,
        leavingArn,
        null,
        now);
  }

  /** The next attempt after {@code earlier}: what was accepted before stays known. */
  public Claim after(Claim earlier) {
    return new Claim(
        key,
        earlier.attempt + 1,
        requestDigest,
        executionArn,
        ClaimState.RUNNING,
        enforcement,
        readerPort,
        writerPort,
        earlier.accepted,
        earlier.result,
        null,
        null,
        earlier.alone(earlier.attempt),
        since);
  }

  /** The same attempt of the same execution, taken up again. */
  public Claim resumed() {
    return new Claim(
        key,
        attempt,
        requestDigest,
        executionArn,
        ClaimState.RUNNING,
        enforcement,
        readerPort,
        writerPort,
        accepted,
        result,
        null,
        null,
        before,
        since);
  }

  /** What was before this attempt, whose number is not given again; empty if nothing was. */
  public Optional<Claim> undone() {
    return Optional.ofNullable(before).map(earlier -> earlier.alone(attempt));
  }

  private Claim alone(int number) {
    return new Claim(
        key,
        number,
        requestDigest,
        executionArn,
        state,
        enforcement,
        readerPort,
        writerPort,
        accepted,
        result,
        failure,
        leavingArn,
        null,
        since);
  }

  /**
   * The same while {@code run} takes the consumer off.
   *
   * @param onboardingRun whose claim it is from now on: its own, or another's, which may never have
   *     begun
   */
  public Claim leaving(String onboardingRun, String run, Instant now) {
    return ending(onboardingRun, ClaimState.LEAVING, accepted, run, now);
  }

  /** The same after that: nobody's consent is left. */
  public Claim left() {
    return ending(executionArn, ClaimState.OFFBOARDED, null, leavingArn, since);
  }

  /** The same without what was accepted: whoever ordered the end took the consent back. */
  public Claim withdrawn() {
    return ending(executionArn, state, null, leavingArn, since);
  }

  private Claim ending(
      String onboardingRun,
      ClaimState next,
      @Nullable Accepted remaining,
      @Nullable String run,
      @Nullable Instant from) {
    return new Claim(
        key,
        attempt,
        requestDigest,
        onboardingRun,
        next,
        enforcement,
        readerPort,
        writerPort,
        remaining,
        next == ClaimState.OFFBOARDED ? null : result,
        null,
        run,
        null,
        from);
  }

  /**
   * Whether the provider's side must stay as this path needs it: somebody works on it, or an
   * endpoint was accepted and the consumer has not left since.
   */
  public boolean holdsPath() {
    return switch (state) {
      case RUNNING, LEAVING -> true;
      case TEARING_DOWN, OFFBOARDED -> false;
      default -> accepted != null;
    };
  }

  /** Whether a run of onboard-consumer holds this claim and works. */
  public boolean worksFor(String run) {
    return state == ClaimState.RUNNING && executionArn.equals(run);
  }

  /**
   * Whether a run of offboard-consumer has begun to end this path, and has not said that it has.
   */
  public boolean ending() {
    return state == ClaimState.LEAVING || state == ClaimState.TEARING_DOWN;
  }
}
