package dev.drawbridge.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;

/**
 * The RDS events after which a database may have other addresses or other roles. Only ends are
 * listed, not beginnings: while a failover runs there is no new truth to read yet. ("Amazon RDS
 * event categories and event messages", Amazon RDS and Amazon Aurora User Guides.)
 */
final class DatabaseEvents {
  private static final List<String> CLUSTER_FAILOVER =
      List.of(
          "RDS-EVENT-0069", // failed
          "RDS-EVENT-0070", // the previous writer is promoted again
          "RDS-EVENT-0071"); // completed

  private static final List<String> CLUSTER_TOPOLOGY =
      List.of("RDS-EVENT-0385"); // names have new addresses: instance added, deleted, failed over

  private static final List<String> INSTANCE_FAILOVER =
      List.of(
          "RDS-EVENT-0015", // complete, names may take minutes
          "RDS-EVENT-0049", // completed
          "RDS-EVENT-0065"); // recovered from a partial failover

  private static final List<String> INSTANCE_LIFE =
      List.of(
          "RDS-EVENT-0003", // deleted
          "RDS-EVENT-0004", // shut down
          "RDS-EVENT-0005", // created
          "RDS-EVENT-0006", // restarted
          "RDS-EVENT-0087", // stopped
          "RDS-EVENT-0088", // started
          "RDS-EVENT-0172", // renamed
          "RDS-EVENT-0422"); // moved to another host

  private static final List<String> BLUE_GREEN =
      List.of(
          "RDS-EVENT-0248", // switchover completed
          "RDS-EVENT-0260"); // switchover of a cluster completed, with other addresses

  private static final List<String> GLOBAL_DATABASE =
      List.of(
          "RDS-EVENT-0185", // switchover finished
          "RDS-EVENT-0238", // failover finished
          "RDS-EVENT-0397"); // the global writer's name has a new address

  private DatabaseEvents() {}

  static List<String> ids() {
    return List.of(
            CLUSTER_FAILOVER,
            CLUSTER_TOPOLOGY,
            INSTANCE_FAILOVER,
            INSTANCE_LIFE,
            BLUE_GREEN,
            GLOBAL_DATABASE)
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Of every database of the account: events name instances that no rule could list beforehand, and
   * the worker knows which database they belong to.
   */
  static EventPattern pattern() {
    return EventPattern.builder()
        .source(List.of("aws.rds"))
        .detailType(
            List.of(
                "RDS DB Cluster Event", "RDS DB Instance Event", "RDS Blue Green Deployment Event"))
        .detail(Map.of("EventID", ids()))
        .build();
  }
}
