package dev.drawbridge.refresh;

import dev.drawbridge.model.Subnet;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Ipv4;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose health a refresh waits for.
 *
 * <p>Not for every target that is unhealthy: whether a server answers is the load balancer's
 * business, and a run that waited for a writer that has died would find its successor late. Nor for
 * the end of a zonal shift, which may be days away: who passes the checks there is what it can be.
 */
public final class AwaitedHealth {
  private AwaitedHealth() {}

  /**
   * What is waited for.
   *
   * @param why in words
   * @param hopeless whether waiting will not mend it
   * @param missing whether somebody has taken out what is waited for: it has to be registered anew
   */
  public record Awaited(String why, boolean hopeless, boolean missing) {}

  /**
   * What there is to wait for in a group; empty if nothing.
   *
   * @param wanted the targets that the group must hold
   * @param added those that this pass has registered: their health is awaited
   * @param taking whether targets are about to be taken away: then one that stays has to be
   *     healthy. Not each of them: RDS may call the servers of a dark zone available for hours
   *     (aws.amazon.com/message/2329B7), and the new writer would stay among the readers as long
   * @param subnets of the VPC: they tell in which zone a target stands
   */
  public static Optional<Awaited> of(
      List<Target> wanted,
      List<TargetState> group,
      List<Target> added,
      boolean taking,
      List<Subnet> subnets) {
    boolean served =
        group.stream().anyMatch(state -> state.healthy() && wanted.contains(state.target()));
    List<Target> settled =
        group.stream()
            .filter(state -> state.passes() || ((served || !taking) && checkedBefore(state, added)))
            .map(TargetState::target)
            .toList();
    if (settled.containsAll(wanted)) {
      return Optional.empty();
    }
    String words = "not all of %s are healthy: %s".formatted(wanted, group);
    List<TargetState> outside =
        group.stream().filter(state -> state.outside() && wanted.contains(state.target())).toList();
    boolean missing = !TargetState.held(group).containsAll(wanted);
    return Optional.of(
        outside.isEmpty()
            ? new Awaited(words, false, missing)
            : new Awaited(words + "; " + remedy(outside, subnets), true, missing));
  }

  /** A target in a zone that the load balancer does not have never gets a connection. */
  private static String remedy(List<TargetState> outside, List<Subnet> subnets) {
    String targets =
        outside.stream()
            .map(state -> "%s stands in %s".formatted(state.target(), zone(state, subnets)))
            .collect(Collectors.joining(", "));
    return targets
        + ", a zone that the load balancer lacks: start onboard-consumer for the database again,"
        + " which adds a private subnet of each zone of its DB subnet group; where a zone has none,"
        + " make one first, or let the database fail over into another zone";
  }

  private static String zone(TargetState state, List<Subnet> subnets) {
    return subnets.stream()
        .filter(subnet -> Ipv4.contains(subnet.cidr(), state.target().address()))
        .map(Subnet::zone)
        .findFirst()
        .orElse("a zone outside the VPC");
  }

  private static boolean checkedBefore(TargetState state, List<Target> added) {
    return state.checked() && !added.contains(state.target());
  }
}
