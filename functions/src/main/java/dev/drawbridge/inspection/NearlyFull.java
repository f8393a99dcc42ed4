package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.plan.Quotas;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was nearly full stays so until there is room again: of a figure that goes to and fro at the
 * limit, as with each scaling of readers, people hear once.
 */
final class NearlyFull {
  private NearlyFull() {}

  /** Those that earlier looks have found, that nothing says now, and that have no room yet. */
  static List<Finding> still(
      InspectionRecord before, List<Finding> found, Expected expected, PathSeen seen) {
    if (!expected.reliedOn()) {
      return List.of();
    }
    List<String> keys = found.stream().map(Finding::key).toList();
    return Stream.of(
            QuotaFindings.of(expected, seen, Quotas::tight),
            RoomFindings.of(
                RuleFindings.written(seen), seen.rules(), expected.quotas(), Quotas::tight))
        .flatMap(List::stream)
        .filter(finding -> before.known(finding.key()).isPresent())
        .filter(finding -> !keys.contains(finding.key()))
        .toList();
  }
}
