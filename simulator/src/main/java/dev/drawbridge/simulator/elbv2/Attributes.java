package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one kind of resource: AWS's keys, default values and permitted values. */
final class Attributes {
  private static final String SWITCH = "true|false";
  private static final String COUNT = "off|[1-9]\\d*";

  private record Known(String byDefault, String permitted) {}

  static final Attributes LOAD_BALANCER =
      new Attributes()
          .add("deletion_protection.enabled", "false", SWITCH)
          .add("load_balancing.cross_zone.enabled", "false", SWITCH)
          .add("access_logs.s3.enabled", "false", SWITCH)
          .add("access_logs.s3.bucket", "", ".*")
          .add("access_logs.s3.prefix", "", ".*")
          .add("ipv6.deny_all_igw_traffic", "false", SWITCH)
          .add("zonal_shift.config.enabled", "false", SWITCH)
          .add("secondary_ips.auto_assigned.per_subnet", "0", "[0-7]")
          .add(
              "dns_record.client_routing_policy",
              "any_availability_zone",
              "(any_|partial_)?availability_zone_affinity|any_availability_zone");

  static final Attributes TARGET_GROUP =
      new Attributes()
          .add(
              "deregistration_delay.timeout_seconds",
              "300",
              "\\d{1,3}|[12]\\d{3}|3[0-5]\\d\\d|3600")
          .add("deregistration_delay.connection_termination.enabled", "false", SWITCH)
          .add("preserve_client_ip.enabled", "false", SWITCH)
          .add("proxy_protocol_v2.enabled", "false", SWITCH)
          .add("stickiness.enabled", "false", SWITCH)
          .add("stickiness.type", "source_ip", "source_ip")
          .add(
              "load_balancing.cross_zone.enabled",
              "use_load_balancer_configuration",
              "true|false|use_load_balancer_configuration")
          .add("target_group_health.dns_failover.minimum_healthy_targets.count", "1", COUNT)
          .add("target_group_health.dns_failover.minimum_healthy_targets.percentage", "off", COUNT)
          .add(
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
              "1",
              "[1-9]\\d*")
          .add(
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
              "off",
              COUNT)
          .add("target_health_state.unhealthy.connection_termination.enabled", "true", SWITCH)
          .add(
              "target_health_state.unhealthy.draining_interval_seconds",
              "0",
              "\\d{1,5}|[12]\\d{5}|3[0-5]\\d{4}|360000");

  static final Attributes LISTENER =
      new Attributes()
          .add(ListenerRecord.IDLE_TIMEOUT, "350", "[6-9]\\d|[1-9]\\d\\d|[1-5]\\d{3}|6000");

  private final Map<String, Known> known = new LinkedHashMap<>();

  private Attributes() {}

  private Attributes add(String key, String byDefault, String permitted) {
    known.put(key, new Known(byDefault, permitted));
    return this;
  }

  /** All keys with AWS's default values. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    known.forEach((key, each) -> defaults.put(key, each.byDefault()));
    return defaults;
  }

  /**
   * The attributes after a change.
   *
   * @throws ServiceError ValidationError for an unknown key or a value out of range
   */
  Map<String, String> changed(Map<String, String> old, Map<String, String> changes) {
    changes.forEach(this::check);
    Map<String, String> changed = new LinkedHashMap<>(old);
    changed.putAll(changes);
    return changed;
  }

  private void check(String key, @Nullable String value) {
    Known each = known.get(key);
    if (each == null) {
      throw ServiceError.client(
          "ValidationError", "Attribute key '%s' is not recognized".formatted(key));
    }
    if (value == null || !value.matches(each.permitted())) {
      throw ServiceError.client(
          "ValidationError", "Attribute value '%s' is not valid for '%s'".formatted(value, key));
    }
  }
}
