package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Output of ReleaseLease: the record of a refresh that failed.
 *
 * @param released whether the lease was still this run's
 * @param cause what had started the run
 * @param failure why it failed, in words
 * @param changes of all passes, the last included, in words and in order
 * @param requestedAt when the run was started
 * @param switchedAt when a demoted writer was taken out; null if there was none
 * @param hold why nothing may be changed at the moment; null if it failed otherwise
 * @param exposed whether there is a record of such an exposure
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Released(
    boolean released,
    String databaseIdentifier,
    String cause,
    String failure,
    List<String> changes,
    Instant requestedAt,
    @Nullable Instant switchedAt,
    Instant failedAt,
    @Nullable String hold,
    @JsonIgnore boolean exposed) {

  /** The same of a run that a hold has stopped. */
  Released held(String why) {
    return with(why, exposed);
  }

  /** The same of a name that no exposed database has. */
  Released ofNothingExposed() {
    return with(hold, false);
  }

  private Released with(@Nullable String why, boolean found) {
    return new Released(
        released,
        databaseIdentifier,
        cause,
        failure,
        changes,
        requestedAt,
        switchedAt,
        failedAt,
        why,
        found);
  }
}
