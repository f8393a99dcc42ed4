package dev.drawbridge.exposure;

import dev.drawbridge.identity.Members;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.plan.StrictFields;

/** How many people the owner of a database may ask for: no more than there can be. */
public final class QuorumRules {
  private QuorumRules() {}

  /**
   * Passes if the installation's approvers can be as many people as are asked for. Otherwise no
   * question about the database could ever be answered with enough yeses.
   *
   * @param provider the provider's account
   * @throws dev.drawbridge.error.InvalidRequest naming both numbers
   */
  public static void require(SettingsChange change, Members approvers, String provider) {
    Integer quorum = change.quorum();
    if (quorum != null && approvers.fewerThan(quorum, provider)) {
      throw StrictFields.refused("quorum", quorum, approvers.tooFew(provider));
    }
  }
}
