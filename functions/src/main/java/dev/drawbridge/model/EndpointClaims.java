package dev.drawbridge.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which endpoints of an account were claimed by calls signed in it, and for which onboardings.
 *
 * @param endpoints of each principal that has an onboarding to the database, in the order of their
 *     names
 */
public record EndpointClaims(Map<String, List<String>> endpoints) {
  /** Nobody has claimed anything. */
  public static final EndpointClaims NONE = new EndpointClaims(Map.of());

  /** Whether this principal's onboarding has claimed the endpoint. */
  public boolean claimedFor(String endpointId, String principal) {
    return endpoints.getOrDefault(principal, List.of()).contains(endpointId);
  }

  /** Whose the endpoint is if it is claimed, and not for this principal. */
  public Optional<String> another(String endpointId, String principal) {
    return claimedFor(endpointId, principal)
        ? Optional.empty()
        : endpoints.entrySet().stream()
            .filter(each -> each.getValue().contains(endpointId))
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
