package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import org.jspecify.annotations.Nullable;

/**
 * Output of ValidateRequest. A run is for a consumer, or for the owner; what belongs to the other
 * is null.
 *
 * @param request the consumer's
 * @param change the owner's
 * @param key of the consumer's claim
 * @param requestDigest of whichever it is
 * @param pathName random, fit for the name of an execution that this run starts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunRequest(
    @Nullable OnboardRequest request,
    @Nullable ExposeRequest change,
    Provider provider,
    String databaseArn,
    @Nullable OnboardingKey key,
    @Nullable String requestDigest,
    String pathName) {

  static RunRequest of(ValidatedRequest validated, String pathName) {
    return new RunRequest(
        validated.request(),
        null,
        validated.provider(),
        validated.key().databaseArn(),
        validated.key(),
        validated.requestDigest(),
        pathName);
  }
}
