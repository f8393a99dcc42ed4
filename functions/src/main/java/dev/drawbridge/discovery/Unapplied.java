package dev.drawbridge.discovery;

import dev.drawbridge.model.DatabaseFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Parameter groups that are not in force: a safe group that waits for a reboot, or has failed to be
 * applied, keeps nobody from being blocked.
 *
 * @param status as RDS shows it
 * @param instances that run without what is in their groups
 * @param reason what is to be done before the parameters count
 */
public record Unapplied(String status, List<String> instances, String reason) {
  private static final String PENDING_REBOOT = "pending-reboot";
  private static final String APPLYING = "applying";

  /** One for each status; empty if all are in force, or MySQL's rule is none of the engine's. */
  public static List<Unapplied> of(DatabaseFacts database) {
    if (!HostBlock.appliesTo(database.engine())) {
      return List.of();
    }
    SortedMap<String, List<String>> byStatus = new TreeMap<>();
    for (DatabaseFacts.Unapplied each : database.parameterGroups().unapplied()) {
      byStatus.merge(each.status(), List.of(each.identifier()), Unapplied::both);
    }
    return byStatus.entrySet().stream()
        .map(each -> of(database.identifier(), each.getKey(), each.getValue()))
        .toList();
  }

  /** Whether RDS is at it: it takes minutes, and nobody need do anything. */
  public boolean passing() {
    return status.equals(APPLYING);
  }

  /** Whether a reboot is all that it takes. */
  public boolean untilReboot() {
    return status.equals(PENDING_REBOOT);
  }

  /** What tells it apart from other findings of the database. */
  public String subject(String arn) {
    // The words of earlier releases, whose records of looks have them.
    return arn + (untilReboot() ? " before a reboot" : " while " + status);
  }

  private static Unapplied of(String database, String status, List<String> instances) {
    String names = String.join(", ", instances);
    return new Unapplied(
        status,
        instances,
        "parameter groups of %s are not in force%s (%s), so that MySQL may block the load balancer for its health checks, and with it all consumers at once, whatever is set in them; %s, or send acceptHostBlockRisk: true"
            .formatted(
                database,
                status.equals(PENDING_REBOOT) ? " before a reboot" : "",
                status,
                advice(status, names)));
  }

  /** Statuses: API model, DBParameterGroupStatus; RDS may show others. */
  private static String advice(String status, String names) {
    return switch (status) {
      case PENDING_REBOOT -> "reboot " + names;
      case APPLYING -> "wait until RDS has applied them to %s (in-sync)".formatted(names);
      case "failed-to-apply" ->
          "correct the values in the groups of %s, see its events in RDS, until it is in-sync"
              .formatted(names);
      case "pending-database-upgrade" -> "have the pending upgrade of %s applied".formatted(names);
      default -> "see the configuration of %s in RDS until it is in-sync".formatted(names);
    };
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
