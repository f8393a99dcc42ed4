package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody is asked without end about endpoints that come and go. */
final class Asking {
  /** Endpoints of one principal about which people are asked in 24 hours. */
  static final int MOST_A_DAY = 10;

  private Asking() {}

  /** The same, and in the place of what is beyond the bound one finding that says so. */
  static List<Finding> bounded(InspectionRecord before, List<Finding> judged, Instant now) {
    Map<String, Integer> asked = new HashMap<>();
    before.putBack().stream()
        .filter(entry -> entry.key().startsWith(Kind.ENDPOINT_WAITS + " "))
        .filter(entry -> now.isBefore(entry.at().plus(PuttingBack.ONCE_IN)))
        .forEach(entry -> asked.merge(String.valueOf(entry.principal()), 1, Integer::sum));
    List<Finding> all = new ArrayList<>();
    Map<String, Finding> beyond = new HashMap<>();
    for (Finding finding : judged) {
      String principal = String.valueOf(finding.principal());
      if (finding.remedy() != Remedy.ASK || before.lastPutBack(finding.key()).isPresent()) {
        all.add(finding);
      } else if (asked.merge(principal, 1, Integer::sum) <= MOST_A_DAY) {
        all.add(finding);
      } else {
        beyond.putIfAbsent(principal, told(principal));
      }
    }
    all.addAll(beyond.values());
    return all;
  }

  private static Finding told(String principal) {
    return Finding.of(
            Kind.ENDPOINT_WAITS,
            "further ones of " + principal,
            "more endpoints of %s wait than the %d about which people are asked in 24 hours; nobody is asked about the rest"
                .formatted(principal, MOST_A_DAY),
            principal)
        .told("; speak with the consumer, or remove the principal");
  }
}
