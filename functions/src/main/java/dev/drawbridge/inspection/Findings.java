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
          Kind.LOAD_BALANCER_PUBLIC,
          Kind.INTERFACE_UNKNOWN,
          Kind.ACCEPTANCE_OFF,
          Kind.WILDCARD_PRINCIPAL,
          Kind.PRINCIPAL_UNKNOWN,
          Kind.REGION_UNKNOWN,
          Kind.CONNECTION_UNAPPROVED);

  /** What only all records together can tell: that nobody has asked for it, or said yes to it. */
  static final Set<Kind> OF_NOBODY =
      EnumSet.of(
          Kind.PRINCIPAL_UNKNOWN,
          Kind.CONNECTION_UNAPPROVED,
          Kind.ENDPOINT_UNKNOWN,
          Kind.CONSUMER_RULE_UNKNOWN);

  private Findings() {}

  /** All that is wrong, what cuts first. */
  public static List<Finding> of(Expected expected, PathSeen seen) {
    return Stream.of(
            DatabaseFindings.of(expected, seen),
            BalancerFindings.of(expected, seen),
            TargetFindings.of(seen),
            InstanceFindings.of(expected, seen),
            GivenPortFindings.of(expected, seen),
            RuleFindings.of(expected, seen),
            ServiceFindings.of(expected, seen),
            EndpointFindings.of(expected, seen),
            QuotaFindings.of(expected, seen),
            unread(expected))
        .flatMap(List::stream)
        .filter(finding -> expected.unread().isEmpty() || !OF_NOBODY.contains(finding.kind()))
        .filter(finding -> expected.reliedOn() || DOORS.contains(finding.kind()))
        .sorted((one, other) -> one.kind().weight().compareTo(other.kind().weight()))
        .toList();
  }

  /** Of the others all is judged as ever. */
  private static List<Finding> unread(Expected expected) {
    return expected.unread().stream()
        .map(
            fault ->
                Finding.of(
                    Kind.NOT_SEEN,
                    fault,
                    "a record of the path of %s could not be looked at: %s; restore it, or delete it and send the request of its consumer again"
                        .formatted(expected.databaseArn(), fault)))
        .toList();
  }
}
