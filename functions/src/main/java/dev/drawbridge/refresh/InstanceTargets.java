package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.InstancePaths;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.InstancePortPlan;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a port for each instance: its group, its listener and its one target.
 *
 * <p>A failover changes nothing of it, so that a run that an event has started goes by the record
 * and makes no call for it. Every other run looks, and puts back what somebody else has changed:
 * each time, also what was taken out before, for whoever stands beside an instance gets consumers'
 * connections.
 */
final class InstanceTargets {
  private final InstancePaths paths;
  private final Targets targets;
  private final FullGroups full;
  private final Exposures exposures;
  private final PassChanges changed;
  private final InstantSource clock;

  InstanceTargets(Environment environment) {
    this.paths = new InstancePaths(environment.clients());
    this.targets = new Targets(environment.clients());
    this.full = new FullGroups(environment, targets);
    this.exposures = Stores.exposures(environment);
    this.changed = new PassChanges(environment);
    this.clock = environment.clock();
  }

  /**
   * Brings all ports to what the truth demands. Calls: none if the record fits and an event has
   * started the run; else those of {@link InstancePaths#ensure}, 1 a group to look, 1 for each
   * change, and 1 or 2 to write the record. An instance that no port is left for costs 1 to say so,
   * as does a port at which somebody else has put a target, and 1 more to tell people.
   *
   * @param before what was registered until now: an instance that is new to it is told of
   * @return what was changed, in words
   */
  List<String> arrange(
      Exposure exposure, Exposure.@Nullable Registered before, RegisterTargets.Input input) {
    List<InstancePort> recorded = exposure.instances();
    InstancePortPlan plan = InstancePortPlan.of(exposure, input.addresses(), clock.instant());
    boolean looks = input.round().looks(input.request());
    List<String> changes = new ArrayList<>(changes(plan, recorded));
    changes.addAll(leftOver(plan, exposure.settings().instanceRange(), before));
    changed.onRecord(input, changes);
    boolean off = plan.ports().isEmpty() && plan.departed().isEmpty();
    if (off || (!looks && plan.nothingToDo(recorded))) {
      return changes;
    }
    // The ports are on record before anything stands there: no later try gives them to others.
    Exposure kept = put(exposure, joined(plan.ports(), plan.departed()));
    List<InstancePort> built =
        looks || !plan.ports().stream().allMatch(each -> stands(each, recorded))
            ? ensured(exposure, input, plan)
            : plan.ports();
    List<InstancePort> settled =
        settled(kept.with(built), plan, input, looks, changes)
            .or(
                () ->
                    settled(kept.with(ensured(exposure, input, plan)), plan, input, true, changes))
            .orElseThrow(
                () -> new TransientFailure("a group of an instance's has just been deleted"));
    List<InstancePort> staying =
        plan.departed().stream()
            .filter(each -> !paths.remove(exposure.databaseArn(), each))
            .toList();
    put(kept, joined(settled, staying));
    return changes;
  }

  private static boolean stands(InstancePort each, List<InstancePort> recorded) {
    return each.built()
        && recorded.stream()
            .anyMatch(
                one -> one.identifier().equals(each.identifier()) && one.port() == each.port());
  }

  private List<InstancePort> ensured(
      Exposure exposure, RegisterTargets.Input input, InstancePortPlan plan) {
    return paths.ensure(input.database(), plan.ports(), exposure.settings().portsByRole());
  }

  /**
   * New before old, as everywhere. Empty if a group on record is not there, or not ours, any more.
   *
   * @param changes gets what is taken out that others have put there
   */
  private Optional<List<InstancePort>> settled(
      Exposure exposure,
      InstancePortPlan plan,
      RegisterTargets.Input input,
      boolean looks,
      List<String> changes) {
    List<Step> steps = exposure.instances().stream().map(each -> step(each, plan, looks)).toList();
    List<String> removals = steps.stream().flatMap(Step::others).toList();
    changes.addAll(removals);
    changed.onRecord(input, removals);
    List<InstancePort> settled = new ArrayList<>();
    boolean told = removals.isEmpty();
    for (Step step : steps) {
      if (!full.register(input, exposure, step.group(), step.change().register())) {
        return Optional.empty();
      }
      // All of them before the first leaves: a later try finds nobody there to tell of.
      if (!told && !step.change().deregister().isEmpty()) {
        tell(input, removals);
        told = true;
      }
      if (!targets.deregisterIfOurs(step.group(), step.change().deregister())) {
        return Optional.empty();
      }
      settled.add(step.settled(plan));
    }
    return Optional.of(settled);
  }

  private void tell(RegisterTargets.Input input, List<String> removals) {
    changed.tell(
        input.database(),
        "Somebody else has put targets at ports of instances of %s. They are taken out; find out in CloudTrail who it was (RegisterTargets)."
            .formatted(input.database().arn()),
        removals);
  }

  /** What one port needs. */
  private record Step(InstancePort port, InstancePortPlan.Change change) {
    /** Where a port has none, nothing is changed. */
    String group() {
      return Objects.requireNonNullElse(port.groupArn(), "");
    }

    /** The port when all is done. */
    InstancePort settled(InstancePortPlan plan) {
      return port.groupArn() == null || plan.fits(port)
          ? port
          : port.with(plan.shall(port).orElse(null));
    }

    /** Whom we have not put there. */
    Stream<String> others() {
      return change.deregister().stream()
          .filter(target -> !target.equals(port.target()))
          .map(target -> "port %d - %s, somebody else's".formatted(port.port(), target));
    }
  }

  private Step step(InstancePort each, InstancePortPlan plan, boolean looks) {
    String group = each.groupArn();
    if (group == null || (!looks && plan.fits(each))) {
      return new Step(each, new InstancePortPlan.Change(List.of(), List.of()));
    }
    List<Target> held =
        looks ? TargetState.held(targets.of(group)) : Stream.ofNullable(each.target()).toList();
    return new Step(each, plan.change(each, held));
  }

  private static List<String> changes(InstancePortPlan plan, List<InstancePort> recorded) {
    List<String> changes = new ArrayList<>();
    for (InstancePort each : plan.ports()) {
      if (!stands(each, recorded)) {
        changes.add("port %d for %s".formatted(each.port(), each.identifier()));
      }
      if (!plan.fits(each)) {
        String target = plan.shall(each).map(Target::toString).orElse("nobody");
        changes.add("port %d -> %s".formatted(each.port(), target));
      }
    }
    plan.departed()
        .forEach(
            each -> changes.add("no port %d for %s".formatted(each.port(), each.identifier())));
    return changes;
  }

  /** More instances than ports: told once of each, by the run that sees it first. */
  private static List<String> leftOver(
      InstancePortPlan plan,
      @Nullable InstancePortRange range,
      Exposure.@Nullable Registered before) {
    return plan.unserved().stream()
        .filter(each -> before == null || !before.members().contains(each))
        .map(each -> "no port for %s: all of %s are taken".formatted(each, range))
        .toList();
  }

  private Exposure put(Exposure exposure, List<InstancePort> ports) {
    return ports.equals(exposure.instances()) ? exposure : exposures.put(exposure.with(ports));
  }

  private static List<InstancePort> joined(List<InstancePort> one, List<InstancePort> other) {
    return Stream.concat(one.stream(), other.stream())
        .sorted(Comparator.comparingInt(InstancePort::port))
        .toList();
  }
}
