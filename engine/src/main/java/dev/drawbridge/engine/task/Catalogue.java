package dev.drawbridge.engine.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services that Task states may name, as whoever embeds the engine offers them. Functions named
 * by their own ARN are always allowed.
 *
 * @param known by service: a resource outside of it is a wrong ARN, as AWS answers
 * @param offered by {@link Integration.Service#key}: what is known and not offered is refused as
 *     not supported
 */
public record Catalogue(Map<String, Known> known, Map<String, Offered> offered) {

  /**
   * A service.
   *
   * @param actions none means any
   * @param patterns what a state can wait for
   */
  public record Known(Set<String> actions, Set<Integration.Pattern> patterns) {}

  /**
   * An action that can be called.
   *
   * @param fields what its parameters may and must have
   * @param patterns what a state can wait for here
   */
  public record Offered(ParameterFields fields, Set<Integration.Pattern> patterns) {}

  /** No service at all. */
  public static Catalogue empty() {
    return new Catalogue(Map.of(), Map.of());
  }

  /** Whether there is such a service, with that action and pattern. */
  public boolean knows(Integration.Service service) {
    Known found = known.get(service.service());
    return found != null
        && found.patterns.contains(service.pattern())
        && (found.actions.isEmpty() || found.actions.contains(service.action()));
  }

  /** Whether it can be called here. */
  public boolean offers(Integration.Service service) {
    Offered found = offered.get(service.key());
    return found != null && found.patterns.contains(service.pattern());
  }

  /** The fields of an integration's parameters, where they are known. */
  public Optional<ParameterFields> fields(Integration integration) {
    return integration instanceof Integration.Service service
        ? Optional.ofNullable(offered.get(service.key())).map(Offered::fields)
        : Optional.empty();
  }
}
