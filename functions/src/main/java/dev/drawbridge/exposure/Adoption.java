package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import org.jspecify.annotations.Nullable;

/**
 * Output of AdoptSettings.
 *
 * @param outcome {@code BUILD}: go on; {@code PLANNED}: this was all; {@code ASK}: somebody has to
 *     say yes first
 * @param plan what changes, in a run of the owner; else null
 * @param enforcement by which the run goes on
 * @param instancePorts that instances may have; null if they have none
 * @param asked what somebody has to say yes to; null unless that is the outcome
 * @param change what opens more than was approved, for people; null likewise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Adoption(
    String outcome,
    @Nullable ExposurePlan plan,
    Enforcement enforcement,
    @Nullable InstancePortRange instancePorts,
    @Nullable ApprovalSubject asked,
    @Nullable String change) {
  static Adoption of(String outcome, @Nullable ExposurePlan plan, ExposureSettings next) {
    return new Adoption(outcome, plan, next.enforcement(), next.instanceRange(), null, null);
  }

  static Adoption asking(ExposurePlan plan, ExposureSettings next, ApprovalSubject asked) {
    return new Adoption(
        "ASK",
        plan,
        next.enforcement(),
        next.instanceRange(),
        asked,
        String.join("; ", plan.changes()));
  }
}
