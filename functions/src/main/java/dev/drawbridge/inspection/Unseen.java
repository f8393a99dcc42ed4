package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import dev.drawbridge.model.InspectionRecord.PutBack;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What earlier looks have found and this one could not tell: for it had no call left for that, or a
 * record of ours could not be read. It is not over by that.
 */
final class Unseen {
  private Unseen() {}

  /** Unless it has been put back since: that it is so again is for a look to say. */
  static List<Finding> of(InspectionRecord before, Expected expected, PathSeen seen) {
    boolean looked =
        seen.loadBalancer().filter(found -> Objects.isNull(found.crossZone())).isEmpty();
    return before.known().stream()
        .filter(
            known ->
                known.kind().equals(Kind.CROSS_ZONE_OFF.name())
                    ? !looked && !putBack(before, known)
                    : !expected.unread().isEmpty() && is(known, Findings.OF_NOBODY))
        .map(Unseen::again)
        .toList();
  }

  /** Those of some kinds, as they were. */
  static List<Finding> of(InspectionRecord before, Set<Kind> kinds) {
    return before.known().stream().filter(known -> is(known, kinds)).map(Unseen::again).toList();
  }

  private static boolean is(Known known, Set<Kind> kinds) {
    return kinds.stream().map(Kind::name).anyMatch(known.kind()::equals);
  }

  private static boolean putBack(InspectionRecord before, Known known) {
    return before
        .lastPutBack(known.key())
        .filter(last -> last.outcome() == PutBack.Outcome.DONE)
        .isPresent();
  }

  private static Finding again(Known known) {
    String subject = known.key().substring(known.kind().length() + 1);
    return Finding.of(Kind.valueOf(known.kind()), subject, known.text());
  }
}
