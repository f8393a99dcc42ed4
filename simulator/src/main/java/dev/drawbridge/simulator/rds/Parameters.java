package dev.drawbridge.simulator.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * The parameters of a group as the API lists them: those that matter for a path to the database,
 * and whatever the group sets besides.
 */
final class Parameters {
  /** A parameter that every group of an engine family lists. */
  private record Known(String name, String description, String type, boolean dynamic) {}

  private static final List<Known> MYSQL =
      List.of(
          new Known("host_cache_size", "The size of the internal host cache.", "integer", true),
          new Known(
              "max_connect_errors",
              "A host is blocked from further connections if there are more than this number of"
                  + " interrupted connections",
              "integer",
              true),
          new Known(
              "max_connections",
              "The number of simultaneous client connections allowed.",
              "integer",
              true),
          new Known("read_only", "Makes the server read-only", "string", true),
          new Known("skip_name_resolve", "Host names are not resolved.", "boolean", false),
          new Known(
              "wait_timeout", "Seconds before an idle connection is closed", "integer", true));

  private static final List<Known> POSTGRESQL =
      List.of(
          new Known("log_connections", "Logs each successful connection.", "boolean", true),
          new Known(
              "max_connections",
              "Sets the maximum number of concurrent connections.",
              "integer",
              false),
          new Known("rds.force_ssl", "Force SSL connections.", "boolean", true));

  private Parameters() {}

  static List<Parameter> of(ParameterGroup group) {
    List<Parameter> all = new ArrayList<>();
    List<Known> known = group.engine().mySqlFamily() ? MYSQL : POSTGRESQL;
    known.forEach(k -> all.add(describe(k, group)));
    group.values().keySet().stream()
        .filter(name -> known.stream().noneMatch(k -> k.name().equals(name)))
        .sorted()
        .map(name -> new Known(name, "", "string", true))
        .forEach(k -> all.add(describe(k, group)));
    return all;
  }

  /**
   * After how many interrupted handshakes a server blocks a host, from its groups' values; 0 for
   * never. MySQL's default is 100 (MySQL reference manual, "max_connect_errors"); without a host
   * cache or without name resolution it blocks nobody.
   */
  static long maxConnectErrors(Engine engine, Optional<ParameterGroup> group) {
    if (!engine.mySqlFamily()) {
      return 0;
    }
    String cache = value(group, "host_cache_size").orElse("128");
    String skip = value(group, "skip_name_resolve").orElse("0");
    boolean never = cache.equals("0") || skip.equals("1") || skip.equalsIgnoreCase("ON");
    return never ? 0 : Long.parseLong(value(group, "max_connect_errors").orElse("100"));
  }

  private static Optional<String> value(Optional<ParameterGroup> group, String name) {
    return group.map(g -> g.values().get(name));
  }

  private static Parameter describe(Known known, ParameterGroup group) {
    String set = group.values().get(known.name());
    // RDS leaves the value out where the engine's own default applies.
    return Parameter.builder()
        .parameterName(known.name())
        .parameterValue(set)
        .description(known.description())
        .source(set == null ? "engine-default" : "user")
        .applyType(known.dynamic() ? "dynamic" : "static")
        .dataType(known.type())
        .isModifiable(true)
        .applyMethod(known.dynamic() ? ApplyMethod.IMMEDIATE : ApplyMethod.PENDING_REBOOT)
        .build();
  }
}
