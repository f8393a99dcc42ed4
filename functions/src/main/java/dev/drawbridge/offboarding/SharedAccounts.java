package dev.drawbridge.offboarding;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.OnboardingKey;
import java.util.List;

/** Paths of one account to one database: the account's root and its roles may each have one. */
final class SharedAccounts {
  private SharedAccounts() {}

  /**
   * The other paths of the same account that stay.
   *
   * @param all claims of the database
   */
  static List<Claim> staying(List<Claim> all, OnboardingKey leaving) {
    return all.stream()
        .filter(claim -> !claim.key().equals(leaving))
        .filter(claim -> claim.key().consumerAccountId().equals(leaving.consumerAccountId()))
        .filter(claim -> claim.holdsPath() && !claim.ending())
        .toList();
  }
}
