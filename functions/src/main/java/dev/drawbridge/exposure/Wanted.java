package dev.drawbridge.exposure;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.plan.LiveApprovalRules;
import org.jspecify.annotations.Nullable;

/**
 * What an owner's change makes of an exposure, and of what was approved of it.
 *
 * @param settings that are to hold
 * @param follows resource id of the database that takes the place of the approved one; null if that
 *     stays
 */
record Wanted(ExposureSettings settings, @Nullable String follows) {

  ApprovalSubject of(ApprovalSubject approved) {
    ApprovalSubject under = approved.under(settings);
    return follows == null ? under : under.of(follows);
  }

  /**
   * Whether a yes is one to what the change makes of it. One of an earlier release, which names no
   * database, is none to another database.
   */
  boolean isCoveredBy(ApprovalSubject approved) {
    return LiveApprovalRules.covers(approved, of(approved))
        && (follows == null || follows.equals(approved.databaseResourceId()));
  }
}
