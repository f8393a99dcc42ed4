package dev.drawbridge.plan;

import dev.drawbridge.model.Endpoint;
import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to change in the two target groups for them to follow the database.
 *
 * @param registerWriter targets to add to the writer group
 * @param deregisterWriter targets to remove from it in the same step: waiting for the new one's
 *     health first would only prolong the time in which writes reach a read-only node
 * @param registerReaders targets to add to the reader group
 * @param staleReaders targets to remove from it later, when the others are healthy
 */
public record TargetPlan(
    List<Target> registerWriter,
    List<Target> deregisterWriter,
    List<Target> registerReaders,
    List<Target> staleReaders) {

  /** Compares the truth with what is registered. */
  public static TargetPlan of(
      Endpoints truth, List<TargetState> writerGroup, List<TargetState> readerGroup) {
    List<Target> writer = wantedWriter(truth).stream().toList();
    List<Target> readers = wantedReaders(truth, readerGroup);
    // Without a writer, or while it cannot be told, the writer group is left alone; the same for
    // an empty list of readers. A member without a known address might own any registered target.
    List<Target> staleWriters = writer.isEmpty() ? List.of() : surplus(writer, writerGroup);
    boolean known = truth.notes().isEmpty() && !readers.isEmpty();
    List<Target> staleReaders = known ? surplus(readers, readerGroup) : List.of();
    return new TargetPlan(
        missing(writer, writerGroup), staleWriters, missing(readers, readerGroup), staleReaders);
  }

  /** Whether the groups follow the database already. */
  public boolean nothingToDo() {
    return registerWriter.isEmpty()
        && deregisterWriter.isEmpty()
        && registerReaders.isEmpty()
        && staleReaders.isEmpty();
  }

  /**
   * The target that the writer group must hold; none if there is no writer, or one that does not
   * serve. A writer whose status does not tell is the writer all the same: a Multi-AZ instance
   * shows {@code rebooting} for a while after its standby has taken over at another address.
   */
  public static Optional<Target> wantedWriter(Endpoints truth) {
    return Stream.concat(
            of(truth, Role.WRITER, Serving.SERVES), of(truth, Role.WRITER, Serving.UNDECIDED))
        .findFirst();
  }

  /**
   * The targets that the reader group must hold: every serving reader, and the writer only if there
   * is none. A reader whose status does not tell stays if it is there.
   */
  public static List<Target> wantedReaders(Endpoints truth, List<TargetState> readerGroup) {
    List<Target> serving = of(truth, Role.READER, Serving.SERVES).toList();
    Stream<Target> first =
        serving.isEmpty() ? of(truth, Role.WRITER, Serving.SERVES) : serving.stream();
    Stream<Target> staying =
        of(truth, Role.READER, Serving.UNDECIDED)
            .filter(target -> present(readerGroup).anyMatch(target::equals));
    return Stream.concat(first, staying).distinct().toList();
  }

  private static Stream<Target> of(Endpoints truth, Role role, Serving serving) {
    return truth.resolved().stream()
        .filter(
            endpoint -> endpoint.member().role() == role && endpoint.member().serving() == serving)
        .map(Endpoint::target);
  }

  private static List<Target> missing(List<Target> wanted, List<TargetState> group) {
    return wanted.stream().filter(target -> present(group).noneMatch(target::equals)).toList();
  }

  private static List<Target> surplus(List<Target> wanted, List<TargetState> group) {
    return present(group).filter(target -> !wanted.contains(target)).toList();
  }

  private static Stream<Target> present(List<TargetState> group) {
    return group.stream().filter(TargetState::present).map(TargetState::target);
  }
}
