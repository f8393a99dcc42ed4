package dev.drawbridge.aws.elbv2;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How target groups are set, asserted on every run since attributes are calls of their own. */
public final class GroupAttributes {
  /** Health check interval. AWS's default of 30 s needs 150 s to find a target healthy. */
  public static final int INTERVAL_SECONDS = 5;

  /** The default of 10 s exceeds the interval, which AWS refuses. */
  public static final int TIMEOUT_SECONDS = 4;

  /** Checks in a row for a change of mind, either way. */
  public static final int THRESHOLD = 2;

  /** Where connections go: a check of another port says nothing about them. */
  public static final String CHECKED_PORT = "traffic-port";

  /** How all groups check, by ELBv2's names. */
  public static final Map<String, String> CHECKS =
      Map.of(
          "healthCheckProtocol",
          "TCP",
          "healthCheckPort",
          CHECKED_PORT,
          "healthCheckIntervalSeconds",
          String.valueOf(INTERVAL_SECONDS),
          "healthCheckTimeoutSeconds",
          String.valueOf(TIMEOUT_SECONDS),
          "healthyThresholdCount",
          String.valueOf(THRESHOLD),
          "unhealthyThresholdCount",
          String.valueOf(THRESHOLD));

  private static final String DELAY = "deregistration_delay.timeout_seconds";
  private static final String CUT = "deregistration_delay.connection_termination.enabled";
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  /**
   * Without it a group that has no healthy target marks its zones unhealthy, and so may the groups
   * of instances that are away for a while; what that does over PrivateLink is UNCONFIRMED.
   */
  private static final String ZONES =
      "target_group_health.dns_failover.minimum_healthy_targets.count";

  /** The same by their share: "either threshold" does it ("Target group health"). */
  private static final String ZONES_SHARE =
      "target_group_health.dns_failover.minimum_healthy_targets.percentage";

  /**
   * With fewer healthy targets than this, connections go to those that fail their checks as well
   * ("Target group health", routing failover): with 2 of 2 readers, to one that is dead.
   */
  private static final String FAIL_OPEN =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count";

  private static final String FAIL_OPEN_SHARE =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage";

  /**
   * A database takes the header for a broken greeting; whether a TCP check notices is UNCONFIRMED.
   */
  private static final String HEADER = "proxy_protocol_v2.enabled";

  /** Our rules admit the load balancer's addresses, not those of clients. */
  private static final String CLIENT_IP = "preserve_client_ip.enabled";

  /** Behind PrivateLink all clients have the same addresses: they would stick to one reader. */
  private static final String STICKY = "stickiness.enabled";

  /** A demoted writer's sessions are cut at once: their writes would fail. */
  public static final Map<String, String> WRITER =
      with(Map.of(DELAY, "0", CUT, "true", CROSS_ZONE, "true", ZONES, "off"));

  /** A reader that leaves finishes its queries: AWS advises at least 120 s. */
  public static final Map<String, String> READER =
      with(Map.of(DELAY, "120", CUT, "false", CROSS_ZONE, "true"));

  /** Whoever leaves a port of an instance is dead, replaced, or must not be written to any more. */
  public static final Map<String, String> INSTANCE = WRITER;

  private GroupAttributes() {}

  /** And what no group may have otherwise than AWS's default. */
  private static Map<String, String> with(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(own);
    Stream.of(HEADER, CLIENT_IP, STICKY).forEach(off -> all.put(off, "false"));
    Stream.of(ZONES_SHARE, FAIL_OPEN_SHARE).forEach(off -> all.put(off, "off"));
    all.put(FAIL_OPEN, "1");
    return Collections.unmodifiableMap(all);
  }
}
