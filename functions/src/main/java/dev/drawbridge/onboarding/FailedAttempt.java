package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drawbridge.model.Failure;
import dev.drawbridge.plan.FailureWords;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed, and what of it could not be taken back.
 *
 * @param rejection why the endpoint could not be turned away; null if it could, or need not
 * @param disallowance why principal and rules could not be taken back; null likewise
 */
public record FailedAttempt(
    @JsonProperty("Error") String error,
    @JsonProperty("Cause") @Nullable String cause,
    @Nullable Failure rejection,
    @Nullable Failure disallowance) {

  /** The error that ended the attempt. */
  Failure failure() {
    return new Failure(error, cause);
  }

  /** All of it in one sentence: what is left behind, somebody has to take away. */
  String words() {
    StringJoiner words = new StringJoiner("; ");
    words.add(FailureWords.ofWait(failure()));
    if (rejection != null) {
      words.add("its endpoint could not be rejected: " + FailureWords.message(rejection));
    }
    if (disallowance != null) {
      words.add(
          "its principal and rules could not be taken back: " + FailureWords.message(disallowance));
    }
    return words.toString();
  }
}
