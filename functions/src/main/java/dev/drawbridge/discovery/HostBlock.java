package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MySQL blocks a host after {@code max_connect_errors} interrupted handshakes in a row, and every
 * health check is one.
 *
 * <p>Behind PrivateLink all clients share the load balancer's addresses, so a block hits all
 * consumers at once. Source: MySQL reference manual, "Host 'host_name' is blocked". PostgreSQL has
 * no such rule.
 */
public final class HostBlock {
  /** With this many errors allowed, a listener with any logins is never blocked. */
  public static final long ENOUGH_ERRORS = 1_000_000;

  /** The parameters that decide. */
  public static final Set<String> PARAMETERS =
      Set.of("max_connect_errors", "host_cache_size", "skip_name_resolve");

  private static final Set<String> TRUE = Set.of("1", "ON");

  private HostBlock() {}

  /** Whether an engine, as RDS names it, has the rule. */
  public static boolean appliesTo(String engine) {
    return engine.contains("mysql") || engine.contains("mariadb");
  }

  /** Whether these parameter values, by name, keep the load balancer from being blocked. */
  public static boolean safe(Map<String, String> parameters) {
    return number(parameters.getOrDefault("max_connect_errors", "0")) >= ENOUGH_ERRORS
        || "0".equals(parameters.get("host_cache_size"))
        || TRUE.contains(
            parameters.getOrDefault("skip_name_resolve", "").toUpperCase(java.util.Locale.ROOT));
  }

  /**
   * Which parameter groups do not: an instance that blocks the load balancer is lost, however the
   * others are set.
   *
   * @param byGroup what applies to the instances of each group
   */
  public static List<String> blocking(Map<String, Map<String, String>> byGroup) {
    return byGroup.entrySet().stream()
        .filter(group -> !safe(group.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The refusal of a database that has instances whose parameters are not safe. */
  public static InvalidRequest refusal(
      String identifier, String group, Map<String, String> parameters) {
    return new InvalidRequest(
        ("database '%s': the load balancer's health checks would get its addresses blocked by MySQL"
                + " for all consumers at once; set max_connect_errors >= %d (now %s) or"
                + " host_cache_size = 0 (now %s) or skip_name_resolve on (now %s) in parameter"
                + " group '%s', or send acceptHostBlockRisk: true")
            .formatted(
                identifier,
                ENOUGH_ERRORS,
                parameters.getOrDefault("max_connect_errors", "the default"),
                parameters.getOrDefault("host_cache_size", "the default"),
                parameters.getOrDefault("skip_name_resolve", "the default"),
                group));
  }

  private static long number(String value) {
    return value.chars().allMatch(Character::isDigit) && !value.isEmpty() && value.length() < 19
        ? Long.parseLong(value)
        : 0;
  }
}
