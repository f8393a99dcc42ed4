package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Lease;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.plan.WriterLead;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pass changes, in words, as its lease has it on record and as people are told; and when it
 * ended sessions.
 */
final class PassChanges {
  private final Leases leases;
  private final PeopleTopic people;
  private final InstantSource clock;

  PassChanges(Environment environment) {
    this.leases = Stores.leases(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  /**
   * All that this pass changes, by its earlier tries too. It is on record before it is done: a try
   * whose reply is lost must hide neither what it changed nor that it switched.
   */
  List<String> onRecord(RegisterTargets.Input input, TargetPlan plan, WriterLead lead) {
    String name = input.request().databaseIdentifier();
    int pass = input.round().number();
    List<String> changes = changes(plan, lead);
    if (changes.isEmpty()) {
      return leases.recorded(name, input.executionArn(), pass);
    }
    Instant switchedAt = ends(plan, lead) ? clock.instant() : null;
    List<String> first =
        leases.requireRecord(name, input.executionArn(), pass, changes, switchedAt);
    return Stream.concat(first.stream(), changes.stream()).distinct().toList();
  }

  /**
   * Puts on record what else this pass changes, none of it a switch: nothing is changed for a run
   * that has lost its lease. Of a pass that has something on record already the call proves the
   * lease only, since the first record of a pass stays. Calls: 1; none if there is nothing.
   */
  void onRecord(RegisterTargets.Input input, List<String> changes) {
    if (!changes.isEmpty()) {
      leases.requireRecord(
          input.request().databaseIdentifier(),
          input.executionArn(),
          input.round().number(),
          changes,
          null);
    }
  }

  /**
   * Tells people, before anything is changed: a later try finds nobody there to tell of, so that
   * they are told twice rather than never.
   *
   * @param what has come about, in sentences
   */
  void tell(Database database, String what, List<String> changes) {
    people.tell(
        "Database " + database.identifier(), "%s%n%s".formatted(what, String.join("\n", changes)));
  }

  /** Adding the first writer is no switch: no connection can reach a demoted one. */
  @Nullable Instant switchedAt(
      RegisterTargets.Input input,
      TargetPlan plan,
      WriterLead lead,
      List<TargetState> writers,
      List<String> changes,
      Instant now) {
    if (ends(plan, lead)) {
      return now;
    }
    Optional<Instant> before = recordedSwitch(input, changes);
    Instant earlier = input.round().switchedAt();
    if (before.isPresent()) {
      return before.get();
    }
    // A run that failed since may have taken it out: when is not known, so it counts from here.
    boolean leaving =
        writers.stream()
            .anyMatch(old -> !old.present() && !plan.registerWriter().contains(old.target()));
    return earlier == null && leaving ? now : earlier;
  }

  /** When an earlier try of this pass has ended sessions; empty if none did. */
  Optional<Instant> recordedSwitch(RegisterTargets.Input input, List<String> changes) {
    return changes.stream().noneMatch(each -> each.startsWith("writer group - "))
        ? Optional.empty()
        : leases
            .findOf(input.request().databaseIdentifier(), input.executionArn())
            .map(Lease::switchedAt);
  }

  /** Whether sessions with a writer are ended. */
  private static boolean ends(TargetPlan plan, WriterLead lead) {
    return !plan.deregisterWriter().isEmpty() || lead.demoted().isPresent();
  }

  private static List<String> changes(TargetPlan plan, WriterLead lead) {
    List<String> changes = new ArrayList<>();
    if (lead.moves()) {
      changes.add("writer port -> " + lead.to());
    }
    lead.demoted().ifPresent(each -> changes.add("port %d -> nobody".formatted(each.port())));
    plan.registerWriter().forEach(target -> changes.add("writer group + " + target));
    plan.deregisterWriter().forEach(target -> changes.add("writer group - " + target));
    plan.registerReaders().forEach(target -> changes.add("reader group + " + target));
    return changes;
  }

  /** All that this pass has registered, by its earlier tries too. */
  static List<Target> added(TargetPlan plan, List<String> changes) {
    return Stream.concat(
            plan.writer().stream().filter(each -> changes.contains("writer group + " + each)),
            plan.readers().stream().filter(each -> changes.contains("reader group + " + each)))
        .toList();
  }
}
