package dev.drawbridge.inspection;

import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.plan.Quotas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether AWS's quotas leave room for what comes next: an instance, or another database. */
final class QuotaFindings {
  private static final String REGION = " of the Region";

  private QuotaFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    return of(expected, seen, Quotas::nearly);
  }

  /** Those whose figures {@code full} takes for full. */
  static List<Finding> of(Expected expected, PathSeen seen, Quotas.Full full) {
    Quotas quotas = expected.quotas();
    return Stream.of(
            nearly(
                "network load balancers" + REGION,
                seen.region().loadBalancers(),
                quotas.loadBalancers(),
                full),
            nearly(
                "endpoint services" + REGION,
                seen.region().endpointServices(),
                quotas.endpointServices(),
                full),
            nearly(
                "listeners of the load balancer",
                seen.listeners().size(),
                quotas.listenersPerLoadBalancer(),
                full),
            nearly(
                "targets of the load balancer",
                targets(seen),
                quotas.targetsPerLoadBalancer(),
                full))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether it is the same for every path of the account, so that one message is enough. */
  static boolean ofRegion(Finding finding) {
    return finding.kind() == Kind.QUOTA_NEARLY_FULL && finding.subject().endsWith(REGION);
  }

  private static int targets(PathSeen seen) {
    return Math.toIntExact(
        Stream.of(seen.writers().stream(), seen.readers().stream(), seen.instances().stream())
            .flatMap(each -> each)
            .map(GroupSeen::targets)
            .flatMap(List::stream)
            .count());
  }

  private static Optional<Finding> nearly(String what, int used, int quota, Quotas.Full full) {
    return full.test(used, quota)
        ? Optional.of(
            Finding.of(
                Kind.QUOTA_NEARLY_FULL,
                what,
                "%s: %d of %d are used; have the quota raised and tell the installation (setting quotas), or free some"
                    .formatted(what, used, quota)))
        : Optional.empty();
  }
}
