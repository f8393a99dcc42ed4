package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.ExposureSettings;
import org.jspecify.annotations.Nullable;

/**
 * Output of BeginBuild.
 *
 * @param before the settings that hold
 * @param built whether something carries connections already
 * @param wanted the settings that are to hold
 * @param approvedId resource id of the database that was approved; null if none was
 * @param databaseResourceId see {@link dev.drawbridge.model.ExposeRequest}; null if nothing is said
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BuildOrder(
    ExposureSettings before,
    boolean built,
    ExposureSettings wanted,
    @Nullable String approvedId,
    @Nullable String databaseResourceId) {

  /** The database that takes the place of the approved one; null if that stays. */
  @Nullable String follows() {
    return approvedId == null || approvedId.equals(databaseResourceId) ? null : databaseResourceId;
  }
}
