package dev.drawbridge.refresh;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.TargetGroups;
import org.jspecify.annotations.Nullable;

/**
 * Input of the state machine refresh-targets.
 *
 * @param databaseIdentifier name or ARN of the cluster or instance
 * @param cause why it runs, for its record: {@code onboarding}, {@code event ...}, {@code drift}
 * @param groups the target groups, if the starter knows them; otherwise found by name and tags
 * @param switching how the writer is to be switched; null means {@link Switching#REGISTER}
 */
public record RefreshRequest(
    String databaseIdentifier,
    @Nullable String cause,
    @Nullable TargetGroups groups,
    @Nullable Switching switching) {

  /** People start the state machine too, and leave things out. */
  public RefreshRequest {
    if (databaseIdentifier == null || databaseIdentifier.isBlank()) {
      throw new InvalidRequest(
          "databaseIdentifier is missing: give the name or ARN of an exposed cluster or instance");
    }
  }

  /** The bare name, under which the lease is kept. */
  public String name() {
    return databaseIdentifier.substring(databaseIdentifier.lastIndexOf(':') + 1);
  }
}
