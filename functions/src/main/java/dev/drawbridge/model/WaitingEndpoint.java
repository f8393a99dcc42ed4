package dev.drawbridge.model;

import java.time.Instant;

/**
 * An endpoint that waits for a yes, as AWS lists it to the provider.
 *
 * @param createdAt when AWS says that it was made
 * @param claimedBy the principal whose onboarding has claimed it by a signed call; empty if none
 *     has
 */
public record WaitingEndpoint(String endpointId, Instant createdAt, String claimedBy) {
  /** Who has claimed it, for people. */
  public String claim() {
    return claimedBy.isEmpty() ? "claimed by nobody" : "claimed by a signed call for " + claimedBy;
  }
}
