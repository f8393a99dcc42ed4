package dev.drawbridge.inspection;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one judgement of a path: nothing else decides whether it is sound. Pure: the same records and
 * the same sight give the same findings.
 */
public final class Findings {
  /** What matters before anybody relies on the path: whom it would let in. */
  private static final Set<Kind> DOORS =
      EnumSet.of(
          Kind.ACCEPTANCE_OFF,
          Kind.WILDCARD_PRINCIPAL,
          Kind.PRINCIPAL_UNKNOWN,
          Kind.CONNECTION_UNAPPROVED);

  private Findings() {}

  /** All that is wrong, what cuts first. */
  public static List<Finding> of(Expected expected, PathSeen seen) {
    return Stream.of(
            DatabaseFindings.of(expected, seen),
            BalancerFindings.of(expected, seen),
            TargetFindings.of(seen),
            InstanceFindings.of(expected, seen),
            RuleFindings.of(expected, seen),
            ServiceFindings.of(expected, seen),
            EndpointFindings.of(expected, seen),
            QuotaFindings.of(expected, seen))
        .flatMap(List::stream)
        .filter(finding -> expected.reliedOn() || DOORS.contains(finding.kind()))
        .sorted((one, other) -> one.kind().weight().compareTo(other.kind().weight()))
        .toList();
  }
}
