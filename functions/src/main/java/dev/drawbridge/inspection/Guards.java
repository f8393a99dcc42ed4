package dev.drawbridge.inspection;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.RuleSeen;
import java.util.List;
import java.util.TreeSet;

/** Which security groups the next look asks about, though the database may have left them. */
final class Guards {
  private Guards() {}

  /** Those that guard the database now, and earlier ones as long as a rule of ours stands there. */
  static List<String> of(InspectionRecord before, PathSeen seen) {
    if (seen.followed().isEmpty()) {
      return before.guards();
    }
    TreeSet<String> groups = new TreeSet<>();
    seen.rules().stream()
        .filter(RuleSeen::ours)
        .map(RuleSeen::securityGroupId)
        .filter(before.guards()::contains)
        .forEach(groups::add);
    seen.followed().map(DatabaseFacts::attachedGroupIds).ifPresent(groups::addAll);
    return List.copyOf(groups);
  }
}
