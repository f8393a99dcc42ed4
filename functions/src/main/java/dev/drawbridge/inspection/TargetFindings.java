package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.TargetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the target groups hold what is true, and whether it is healthy. */
final class TargetFindings {
  private TargetFindings() {}

  static List<Finding> of(PathSeen seen) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(group("the writer", seen.writers()));
    findings.addAll(group("readers", seen.readers()));
    if (seen.writers().isPresent() && seen.readers().isPresent()) {
      GroupSeen writers = seen.writers().get();
      GroupSeen readers = seen.readers().get();
      Optional<Resolution> here = seen.resolution().filter(now -> !elsewhere(seen));
      here.filter(now -> now.writerDisagrees().isEmpty()) // that is told as what it is
          .flatMap(now -> Drift.of(now, writers.targets(), readers.targets()))
          .ifPresent(
              behind ->
                  findings.add(
                      Finding.of(
                          Kind.TARGETS_BEHIND,
                          writers.arn(),
                          "the targets have fallen behind the database: " + behind)));
      here.map(now -> unknown(now.addresses(), readers)).ifPresent(findings::addAll);
      healthy(Kind.WRITER_UNHEALTHY, "the writer", writers, seen).ifPresent(findings::add);
      healthy(Kind.READERS_UNHEALTHY, "readers", readers, seen).ifPresent(findings::add);
    }
    return findings;
  }

  /** Then its addresses say nothing here, and that is told as what it is. */
  private static boolean elsewhere(PathSeen seen) {
    return seen.loadBalancer()
        .flatMap(found -> seen.followed().filter(facts -> facts.isElsewhere(found.vpcId())))
        .isPresent();
  }

  /**
   * A refresh leaves them alone, since the member whose name disagrees might have their address. So
   * might somebody else, and nobody would hear of it for as long as the name disagrees.
   */
  private static List<Finding> unknown(InstanceAddresses truth, GroupSeen readers) {
    return TargetPlan.leftAlone(truth, readers.targets()).stream()
        .map(
            target ->
                Finding.of(
                    Kind.READER_UNKNOWN,
                    target.toString(),
                    "the readers' port leads to %s, which is no known reader's address, and stays so while %s; if no instance of the database has that address, take it out of target group %s by hand"
                        .formatted(target, String.join("; ", truth.notes()), readers.arn())))
        .toList();
  }

  private static List<Finding> group(String whose, Optional<GroupSeen> group) {
    if (group.isEmpty()) {
      return List.of(
          Finding.of(
              Kind.GROUP_GONE,
              "target group of " + whose,
              "the target group of %s is gone; send the request again to build the path anew"
                  .formatted(whose)));
    }
    GroupSeen found = group.get();
    if (!found.ours()) {
      return List.of(
          Finding.of(
              Kind.GROUP_NOT_OURS,
              found.arn(),
              "target group %s lacks our tags, so no failover can be followed; give it its tags back"
                  .formatted(found.arn())));
    }
    return found.differing().isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                Kind.GROUP_CHANGED,
                found.arn(),
                "target group %s is set as %s, which is not as we set it"
                    .formatted(found.arn(), found.differing())));
  }

  private static Optional<Finding> healthy(
      Kind kind, String whose, GroupSeen group, PathSeen seen) {
    return group.healthy() > 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                kind,
                group.arn(),
                "the port of %s has no healthy target: %s; %s"
                    .formatted(whose, group.targets(), remedy(group, seen))));
  }

  private static String remedy(GroupSeen group, PathSeen seen) {
    if (group.targets().stream().anyMatch(TargetState::shifted)) {
      return "end the zonal shift of the load balancer, or let the database fail over into another"
          + " zone";
    }
    return seen.followed()
        .filter(facts -> !facts.status().equals("available"))
        .map(
            facts ->
                "RDS says that database %s is %s".formatted(facts.identifier(), facts.status()))
        .orElse("look at the database, its security groups and its zones");
  }
}
