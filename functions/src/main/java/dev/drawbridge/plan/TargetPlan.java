package dev.drawbridge.plan;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.WriterGroup;
import dev.drawbridge.model.WriterRoute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to change for the path to follow the database.
 *
 * @param writerGroupArn the group for writers that is to get every new connection
 * @param reweigh whether the listener has to be told so
 * @param registerWriter targets to add to that group
 * @param deregisterWriter targets to take out of groups for writers in the same step: waiting for
 *     the new one's health first would only prolong the time in which writes reach a read-only node
 * @param registerReaders targets to add to the reader group
 * @param staleReaders targets to take out of it later, when the others are healthy
 */
public record TargetPlan(
    String writerGroupArn,
    boolean reweigh,
    List<Target> registerWriter,
    List<GroupTargets> deregisterWriter,
    List<Target> registerReaders,
    List<Target> staleReaders) {

  /** Compares the truth with where the ports lead. */
  public static TargetPlan of(Endpoints truth, WriterRoute route, List<TargetState> readerGroup) {
    Optional<Target> writer = WantedTargets.writer(truth);
    WriterGroup next = writer.flatMap(target -> holder(route, target)).orElseGet(route::active);
    List<Target> readers = WantedTargets.readers(truth, readerGroup);
    // An empty list of readers leaves them alone, and so does a member without a known address: it
    // might own any registered target.
    boolean known = truth.notes().isEmpty() && !readers.isEmpty();
    return new TargetPlan(
        next.arn(),
        writer.isPresent() && reweighs(route, next),
        writer.filter(target -> !next.holds(target)).stream().toList(),
        writer.map(target -> demoted(route, next, target)).orElse(List.of()),
        missing(readers, readerGroup),
        known ? surplus(readers, readerGroup) : List.of());
  }

  /** A group on the listener that has the target already, so that its weight is all it needs. */
  private static Optional<WriterGroup> holder(WriterRoute route, Target writer) {
    return Stream.concat(Stream.of(route.active()), route.attached().stream())
        .filter(group -> group.holds(writer))
        .findFirst();
  }

  private static boolean reweighs(WriterRoute route, WriterGroup next) {
    return route.listenerArn() != null
        && route.groups().stream().anyMatch(group -> (group.weight() > 0) != group.equals(next));
  }

  /** What else is in the writer's group, and all that is in groups that lose their weight. */
  private static List<GroupTargets> demoted(WriterRoute route, WriterGroup next, Target writer) {
    return route.groups().stream()
        .filter(group -> group.equals(next) || group.weight() > 0)
        .map(group -> new GroupTargets(group.arn(), others(group, next, writer)))
        .filter(demoted -> !demoted.targets().isEmpty())
        .toList();
  }

  private static List<Target> others(WriterGroup group, WriterGroup next, Target writer) {
    return group.present().filter(target -> !group.equals(next) || !target.equals(writer)).toList();
  }

  /** Whether the path follows the database already. */
  public boolean nothingToDo() {
    return !reweigh
        && registerWriter.isEmpty()
        && deregisterWriter.isEmpty()
        && registerReaders.isEmpty()
        && staleReaders.isEmpty();
  }

  private static List<Target> missing(List<Target> wanted, List<TargetState> group) {
    List<Target> there = present(group);
    return wanted.stream().filter(target -> !there.contains(target)).toList();
  }

  private static List<Target> surplus(List<Target> wanted, List<TargetState> group) {
    return present(group).stream().filter(target -> !wanted.contains(target)).toList();
  }

  private static List<Target> present(List<TargetState> group) {
    return group.stream().filter(TargetState::present).map(TargetState::target).toList();
  }
}
