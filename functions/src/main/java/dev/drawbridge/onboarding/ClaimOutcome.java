package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.drawbridge.model.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Output of ClaimOnboarding. Every field is written, null or not: the state machine selects them.
 *
 * @param outcome {@code CLAIMED}: go on; {@code ONBOARDED}: nothing to do; {@code RUNNING}: another
 *     execution works on the same request
 * @param executionArn who holds the claim
 * @param acceptedEndpointId the endpoint that an earlier attempt accepted, or null
 * @param result JSON of the earlier {@link OnboardingResult}, if there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClaimOutcome(
    String outcome,
    int attempt,
    String executionArn,
    @Nullable String acceptedEndpointId,
    @JsonRawValue @Nullable String result) {

  /** {@code claim} as the state machine sees it. */
  public static ClaimOutcome of(String outcome, Claim claim) {
    Claim.Accepted accepted = claim.accepted();
    return new ClaimOutcome(
        outcome,
        claim.attempt(),
        claim.executionArn(),
        accepted == null ? null : accepted.endpointId(),
        claim.result());
  }
}
