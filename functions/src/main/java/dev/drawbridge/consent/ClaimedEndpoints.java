package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which endpoints the onboardings of one account to one database have claimed. Onboardings that
 * were refused or have ended count as well: what was claimed for one is no other's. Calls: 1 to the
 * table, and 1 for each of these onboardings.
 */
public final class ClaimedEndpoints {
  private final Claims claims;
  private final Onboardings onboardings;

  public ClaimedEndpoints(Environment environment) {
    this.claims = Stores.claims(environment);
    this.onboardings = Stores.onboardings(environment);
  }

  /** Those of the account of {@code key}. */
  public EndpointClaims of(OnboardingKey key) {
    Map<String, List<String>> endpoints = new TreeMap<>();
    claims.keysOfDatabase(key.databaseArn()).stream()
        .filter(each -> each.consumerAccountId().equals(key.consumerAccountId()))
        .forEach(
            each ->
                onboardings
                    .find(OnboardingId.of(each))
                    .ifPresent(found -> endpoints.put(each.principal(), found.claimedEndpoints())));
    return new EndpointClaims(endpoints);
  }
}
