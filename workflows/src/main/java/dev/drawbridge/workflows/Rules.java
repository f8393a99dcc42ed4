package dev.drawbridge.workflows;

import dev.drawbridge.refresh.EventSubject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What stands behind the triggers of the catalogue: rules for events, and schedules. */
public final class Rules {
  /** How often scheduled workers run: what an event that never comes costs at most. */
  public static final Duration EVERY = Duration.ofMinutes(1);

  private static final List<String> CLUSTER_FAILOVER =
      List.of(
          "RDS-EVENT-0069", // failed
          "RDS-EVENT-0070", // the previous writer is being promoted again; no event tells the end
          "RDS-EVENT-0071"); // completed

  private static final List<String> CLUSTER_TOPOLOGY =
      List.of(
          "RDS-EVENT-0172", // renamed
          "RDS-EVENT-0385"); // names have new addresses: instance added, deleted, failed over

  private static final List<String> INSTANCE_FAILOVER =
      List.of(
          "RDS-EVENT-0015", // complete, names may take minutes
          "RDS-EVENT-0049", // completed
          "RDS-EVENT-0051", // activation completed: a new primary in the zone of the old one
          "RDS-EVENT-0065"); // recovered from a partial failover

  private static final List<String> INSTANCE_LIFE =
      List.of(
          "RDS-EVENT-0003", // deleted
          "RDS-EVENT-0004", // shut down
          "RDS-EVENT-0005", // created
          "RDS-EVENT-0006", // restarted
          "RDS-EVENT-0087", // stopped
          "RDS-EVENT-0088"); // started

  private static final List<String> BLUE_GREEN =
      List.of(
          "RDS-EVENT-0248", // switchover completed
          "RDS-EVENT-0251", // switchover of an instance completed, with other addresses
          "RDS-EVENT-0260"); // switchover of a cluster completed, with other addresses

  private static final List<String> GLOBAL_DATABASE =
      List.of(
          "RDS-EVENT-0185", // switchover finished
          "RDS-EVENT-0238", // failover finished
          "RDS-EVENT-0397"); // the global writer's name has a new address

  private Rules() {}

  /**
   * The RDS events after which a database may have other addresses or other roles. Ends are listed
   * rather than beginnings: while a failover runs there is no new truth to read yet. So the
   * announcement that a host will be replaced (RDS-EVENT-0422) is not among them: an instance that
   * is back at another address has restarted (RDS-EVENT-0006). ("Amazon RDS event categories and
   * event messages", Amazon RDS and Amazon Aurora User Guides.)
   */
  public static List<String> databaseEventIds() {
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
   * Events of every database of the account: they name instances that no rule could list
   * beforehand, and the worker knows which database they belong to.
   */
  public static EventRule databaseEvents() {
    return new EventRule(
        "aws.rds", EventSubject.DETAIL_TYPES, Map.of("EventID", databaseEventIds()));
  }

  /**
   * Failures, and the ends that a state machine cannot catch.
   *
   * @param stateMachineArn the machine's own ARN. UNCONFIRMED that an event names it whichever
   *     alias was started, as DescribeExecution does
   */
  public static EventRule badEnds(String stateMachineArn) {
    return new EventRule(
        "aws.states",
        List.of("Step Functions Execution Status Change"),
        Map.of(
            "status", List.of("FAILED", "TIMED_OUT", "ABORTED"),
            "stateMachineArn", List.of(stateMachineArn)));
  }
}
