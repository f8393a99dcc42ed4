package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Switches the writer and adds readers.
 *
 * <p>Calls: 2 to read both groups, 1 for each kind of change (at most 3), 1 to put them on record
 * or to see what an earlier try put there, and 2 to find the groups.
 */
public final class RegisterTargets extends Worker<RegisterTargets.Input, Registration> {
  /** Input of RegisterTargets. */
  public record Input(
      RefreshRequest request,
      Round round,
      String executionArn,
      Database database,
      InstanceAddresses addresses) {}

  private final Groups groups;
  private final Targets targets;
  private final Leases leases;
  private final InstantSource clock;

  /** In Lambda. */
  public RegisterTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public RegisterTargets(Environment environment) {
    super(Input.class);
    this.groups = new Groups(environment.clients());
    this.targets = new Targets(environment.clients());
    this.leases = Stores.leases(environment);
    this.clock = environment.clock();
  }

  /** What is exposed, and the record of changes without a lease, which is refused. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(
        groups::exposed, () -> leases.record(Leases.NEVER, "priming", 1, List.of(), null));
  }

  @Override
  public Registration handle(Input input) {
    Instant began = clock.instant();
    TargetGroups known = groups(input);
    List<TargetState> writers = targets.of(known.writerArn());
    List<TargetState> readers = targets.of(known.readerArn());
    TargetPlan plan = TargetPlan.of(input.addresses(), writers, readers);
    List<String> changes = onRecord(input, plan);
    // The writer first: every moment counts for it. New before old, so its group is never empty.
    targets.register(known.writerArn(), plan.registerWriter());
    targets.deregister(known.writerArn(), plan.deregisterWriter());
    Instant afterSwitch = clock.instant();
    targets.register(known.readerArn(), plan.registerReaders());
    return new Registration(
        known.writerArn(),
        known.readerArn(),
        WantedTargets.writer(input.addresses()).stream().toList(),
        WantedTargets.readers(input.addresses(), readers),
        changes,
        Stream.of(plan.registerWriter(), plan.registerReaders()).flatMap(List::stream).toList(),
        plan.staleReaders(),
        began,
        clock.instant(),
        switchedAt(plan, writers, input.round().switchedAt(), afterSwitch));
  }

  private TargetGroups groups(Input input) {
    return groups
        .find(input.database().arn())
        .orElseThrow(
            () ->
                new Conflict(
                    "database '%s' is not exposed: it has no target groups"
                        .formatted(input.database().identifier())));
  }

  /**
   * All that this pass changes, by its earlier tries too. It is on record before it is done: a try
   * whose reply is lost must hide neither what it changed nor that it switched.
   */
  private List<String> onRecord(Input input, TargetPlan plan) {
    String name = input.request().databaseIdentifier();
    int pass = input.round().number();
    List<String> changes = changes(plan);
    if (changes.isEmpty()) {
      return leases.recorded(name, input.executionArn(), pass);
    }
    Instant switchedAt = plan.deregisterWriter().isEmpty() ? null : clock.instant();
    List<String> first =
        leases
            .record(name, input.executionArn(), pass, changes, switchedAt)
            .orElseThrow(
                () ->
                    new Conflict(
                        "the lease of database %s is another run's by now".formatted(name)));
    return Stream.concat(first.stream(), changes.stream()).distinct().toList();
  }

  /** Adding the first writer is no switch: no connection can reach a demoted one. */
  private static @Nullable Instant switchedAt(
      TargetPlan plan, List<TargetState> writers, @Nullable Instant earlier, Instant now) {
    if (!plan.deregisterWriter().isEmpty()) {
      return now;
    }
    // A run that failed since may have taken it out: when is not known, so it counts from here.
    boolean leaving =
        writers.stream()
            .anyMatch(old -> !old.present() && !plan.registerWriter().contains(old.target()));
    return earlier == null && leaving ? now : earlier;
  }

  private static List<String> changes(TargetPlan plan) {
    List<String> changes = new ArrayList<>();
    plan.registerWriter().forEach(target -> changes.add("writer group + " + target));
    plan.deregisterWriter().forEach(target -> changes.add("writer group - " + target));
    plan.registerReaders().forEach(target -> changes.add("reader group + " + target));
    return changes;
  }
}
