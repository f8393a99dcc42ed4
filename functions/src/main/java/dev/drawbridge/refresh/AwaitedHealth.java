package dev.drawbridge.refresh;

import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Optional;

/**
 * Whose health a refresh waits for.
 *
 * <p>Not for every target that is unhealthy: whether a server answers is the load balancer's
 * business, and a run that waited for a writer that has died would find its successor late.
 */
public final class AwaitedHealth {
  private AwaitedHealth() {}

  /**
   * What there is to wait for in a group, in words; empty if nothing.
   *
   * @param wanted the targets that the group must hold
   * @param added those that this pass has registered: their health is awaited
   * @param all whether the others' health is awaited too, since targets are about to be taken away
   */
  public static Optional<String> of(
      List<Target> wanted, List<TargetState> group, List<Target> added, boolean all) {
    List<Target> settled =
        group.stream()
            .filter(state -> state.healthy() || (!all && checkedBefore(state, added)))
            .map(TargetState::target)
            .toList();
    return settled.containsAll(wanted)
        ? Optional.empty()
        : Optional.of("not all of %s are healthy: %s".formatted(wanted, group));
  }

  private static boolean checkedBefore(TargetState state, List<Target> added) {
    return state.checked() && !added.contains(state.target());
  }
}
