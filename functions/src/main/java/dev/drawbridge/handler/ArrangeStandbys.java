package dev.drawbridge.handler;

import dev.drawbridge.aws.elbv2.StandbyGroups;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.aws.elbv2.WriterListener;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.ArrangeStandbysInput;
import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.Registration;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.WriterRoute;
import dev.drawbridge.plan.StandbyPlan;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.ArrayList;
import java.util.List;

/**
 * In mode warm gives every instance a target group of its own on the writer's listener, with a
 * weight of 0 but for the writer's; back in mode classic takes them away. New connections are not
 * moved.
 *
 * <p>Calls: those of {@link WriterListener#route}; 3 to change the mode; 2 to make groups and 2 for
 * each; 2 to hold groups to their settings and 1 for each, before they get onto the listener; 1 for
 * each target added or taken away, for the listener, and for each group deleted; while it waits,
 * those of {@link TruthWatch}.
 */
public final class ArrangeStandbys extends Worker<ArrangeStandbysInput, Registration> {
  private final WriterListener listener;
  private final StandbyGroups standbys;
  private final Targets targets;
  private final TruthWatch watch;

  /** In Lambda. */
  public ArrangeStandbys() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ArrangeStandbys(Environment environment) {
    super(ArrangeStandbysInput.class);
    this.listener = new WriterListener(environment.clients());
    this.standbys = new StandbyGroups(environment.clients());
    this.targets = new Targets(environment.clients());
    this.watch = new TruthWatch(environment);
  }

  @Override
  public Registration handle(ArrangeStandbysInput input) {
    Registration registration = input.registration();
    if (input.check().moved()) {
      return registration;
    }
    String arn = input.database().arn();
    WriterRoute route = asked(input, listener.route(arn));
    StandbyPlan plan = StandbyPlan.of(input.endpoints(), route);
    if (plan.missing() > 0) {
      route = route.with(standbys.create(input.database(), plan.missing()));
      plan = StandbyPlan.of(input.endpoints(), route);
    }
    if (plan.attach().size() > 1) {
      standbys.hold(input.database());
    }
    carryOut(plan, route);
    if (!plan.waiting().isEmpty() && !watch.moved(input.endpoints(), input.database())) {
      throw new NotReady("%s still drain in their groups for writers".formatted(plan.waiting()));
    }
    return registration.and(changes(plan), plan.note().stream().toList());
  }

  /** The mode that the request asks for is put on record first: a later run goes on with it. */
  private WriterRoute asked(ArrangeStandbysInput input, WriterRoute route) {
    Switching mode = input.request().switching();
    if (mode == null || mode == route.wanted()) {
      return route;
    }
    standbys.want(input.database().arn(), mode);
    return route.wanting(mode);
  }

  private void carryOut(StandbyPlan plan, WriterRoute route) {
    plan.deregister().forEach(old -> targets.deregister(old.groupArn(), old.targets()));
    plan.register().forEach(added -> targets.register(added.groupArn(), added.targets()));
    String listenerArn = route.listenerArn();
    if (!plan.attach().isEmpty() && listenerArn != null) {
      listener.forwardAll(listenerArn, route.active().arn(), plan.attach());
    }
    // Only now: a group that a listener forwards to cannot be deleted.
    plan.delete().forEach(standbys::delete);
  }

  private static List<String> changes(StandbyPlan plan) {
    List<String> changes = new ArrayList<>();
    plan.deregister().forEach(old -> changes.add("standby group - " + words(old)));
    plan.register().forEach(added -> changes.add("standby group + " + words(added)));
    if (!plan.attach().isEmpty()) {
      changes.add("writer listener: %d target groups".formatted(plan.attach().size()));
    }
    return changes;
  }

  private static String words(GroupTargets group) {
    return String.join(", ", group.targets().stream().map(String::valueOf).toList());
  }
}
