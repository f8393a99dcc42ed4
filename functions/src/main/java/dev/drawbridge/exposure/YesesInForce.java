package dev.drawbridge.exposure;

import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.runtime.Environment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Of the yeses on record those whose endpoint is there. */
final class YesesInForce {
  private final Connections connections;

  YesesInForce(Environment environment) {
    this.connections = new Connections(environment.clients());
  }

  /** Calls: 1; none without a yes. */
  List<LiveApproval> of(List<LiveApproval> approvals) {
    Set<String> services =
        approvals.stream()
            .map(approval -> approval.subject().serviceId())
            .collect(Collectors.toSet());
    return services.isEmpty()
        ? List.of()
        : LiveApprovalRules.inForce(approvals, connections.of(services));
  }
}
