package dev.drawbridge.inspection;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What findings mean for one consumer. */
public final class Soundness {
  /** What no run could mend: a name waits for its record in DNS, an instance for its owner. */
  private static final Set<Kind> NO_RUNS =
      EnumSet.of(Kind.PRIVATE_NAME_UNVERIFIED, Kind.INSTANCE_IMPAIRED, Kind.CERTIFICATE_ENDS);

  private Soundness() {}

  /** Those that cut this consumer's connections, or lead them where nobody approved. */
  public static List<Finding> cuts(List<Finding> findings, String principal) {
    return findings.stream()
        .filter(finding -> finding.concerns(principal))
        .filter(finding -> finding.kind().weight() == Weight.CUTS)
        .toList();
  }

  /** Those that a run would find something to do about: without one the path is sound. */
  public static List<Finding> faults(List<Finding> findings, String principal) {
    return findings.stream()
        .filter(finding -> finding.concerns(principal))
        .filter(finding -> finding.kind().weight() != Weight.NOTES)
        .filter(finding -> !NO_RUNS.contains(finding.kind()))
        .toList();
  }

  /** Those that cut everybody's connections whatever the targets are. */
  public static List<Finding> blockers(List<Finding> findings) {
    return lasting(findings).stream()
        .filter(finding -> finding.principal() == null)
        .filter(finding -> finding.kind().weight() == Weight.CUTS)
        .filter(finding -> finding.kind() != Kind.DATABASE_GONE)
        .toList();
  }

  /** Those that do not pass by themselves. */
  public static List<Finding> lasting(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.passing()).toList();
  }

  /** All of them in one sentence. */
  public static String words(List<Finding> findings) {
    return findings.stream().map(Finding::text).collect(Collectors.joining("; "));
  }
}
