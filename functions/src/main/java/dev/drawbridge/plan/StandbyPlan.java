package dev.drawbridge.plan;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.WriterGroup;
import dev.drawbridge.model.WriterRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to change for every instance to have a group of its own on the writer's listener, so
 * that the next failover is a change of weights; or for the writer to have the only group again.
 *
 * <p>The writer's group and its weight are not touched here: new connections go where they went.
 *
 * @param missing how many groups have to be made first; the plan is then drawn up again
 * @param deregister targets that are no instance's any more, or are in a second group
 * @param register targets to add, each to a group that holds none
 * @param attach the groups that the listener must forward to, if it does not yet; else empty
 * @param delete groups that nothing needs once the listener has been changed
 * @param waiting targets that drain: added again only when they have gone, since their sessions
 *     might live on otherwise (UNCONFIRMED)
 * @param note why warm was wanted but is not to be had
 */
public record StandbyPlan(
    int missing,
    List<GroupTargets> deregister,
    List<GroupTargets> register,
    List<String> attach,
    List<String> delete,
    List<Target> waiting,
    Optional<String> note) {
  /** Target groups for each action (Quotas for Network Load Balancers). */
  public static final int MOST = 5;

  /** Compares the truth with the groups, by the mode that is wanted. */
  public static StandbyPlan of(Endpoints truth, WriterRoute route) {
    long instances =
        truth.members().stream()
            .filter(member -> member.serving() != Serving.DOES_NOT_SERVE)
            .count();
    if (route.wanted() == Switching.CLASSIC) {
      return alone(route, Optional.empty());
    }
    return instances > MOST
        ? alone(
            route,
            Optional.of(
                "%d instances: a listener takes %d target groups, so the writer is switched as in"
                        .formatted(instances, MOST)
                    + " mode classic"))
        : arranged(truth, route);
  }

  /** Whether the groups are as they should be, or will be without another call. */
  public boolean nothingToDo() {
    return missing == 0
        && deregister.isEmpty()
        && register.isEmpty()
        && attach.isEmpty()
        && delete.isEmpty();
  }

  /** The writer's group stays, whichever it is: moving the writer would cut its sessions. */
  private static StandbyPlan alone(WriterRoute route, Optional<String> note) {
    String kept = route.active().arn();
    return new StandbyPlan(
        0,
        List.of(),
        List.of(),
        route.attached().size() > 1 ? List.of(kept) : List.of(),
        route.groups().stream().map(WriterGroup::arn).filter(arn -> !arn.equals(kept)).toList(),
        List.of(),
        note);
  }

  private static StandbyPlan arranged(Endpoints truth, WriterRoute route) {
    List<Target> instances = WantedTargets.standbys(truth);
    Allocation now = Allocation.of(instances, route);
    Set<Target> draining = draining(route);
    List<Target> homeless =
        instances.stream().filter(target -> !now.held().containsValue(target)).toList();
    List<Target> waiting = homeless.stream().filter(draining::contains).toList();
    List<Target> ready = homeless.stream().filter(target -> !draining.contains(target)).toList();
    List<String> free = now.free();
    List<GroupTargets> register = new ArrayList<>();
    for (int i = 0; i < Math.min(ready.size(), free.size()); i++) {
      register.add(new GroupTargets(free.get(i), List.of(ready.get(i))));
    }
    List<String> all = route.groups().stream().map(WriterGroup::arn).toList();
    return new StandbyPlan(
        Math.max(0, instances.size() - all.size()),
        // A member without a known address might own any target.
        truth.notes().isEmpty() ? now.surplus() : List.of(),
        register,
        route.attached().size() < all.size() ? all : List.of(),
        List.of(),
        waiting,
        Optional.empty());
  }

  private static Set<Target> draining(WriterRoute route) {
    return route.groups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(state -> !state.present())
        .map(TargetState::target)
        .collect(Collectors.toSet());
  }
}
