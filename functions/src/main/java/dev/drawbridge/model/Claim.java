package dev.drawbridge.model;

import dev.drawbridge.onboarding.OnboardingResult;
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
    @Nullable String failure) {

  /** An endpoint of a service. */
  public record Accepted(String serviceId, String endpointId) {}

  /** The first attempt on a path, while the exposure has these settings. */
  public static Claim first(
      OnboardingKey key, String requestDigest, String executionArn, ExposureSettings settings) {
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
        null);
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
        null);
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
        null);
  }

  /**
   * Whether the provider's side must stay as this path needs it: somebody works on it, or an
   * endpoint was accepted and the consumer has not been offboarded since.
   */
  public boolean holdsPath() {
    return state == ClaimState.RUNNING || (state != ClaimState.OFFBOARDED && accepted != null);
  }
}
