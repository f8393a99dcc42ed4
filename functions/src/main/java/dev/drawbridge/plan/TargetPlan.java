package dev.drawbridge.plan;

import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Optional;

/**
 * What the groups shall hold, and what has to change for the path to follow the database.
 *
 * @param writer the target that the writer's group shall hold; none while nobody knows the writer
 * @param readers the targets that the reader group shall hold
 * @param registerWriter targets to add to the writer's group
 * @param deregisterWriter targets to take out of it in the same step: waiting for the new one's
 *     health first would only prolong the time in which writes reach a read-only node
 * @param registerReaders targets to add to the reader group
 * @param staleReaders targets to take out of it later, when one of the others is healthy
 */
public record TargetPlan(
    Optional<Target> writer,
    List<Target> readers,
    List<Target> registerWriter,
    List<Target> deregisterWriter,
    List<Target> registerReaders,
    List<Target> staleReaders) {

  /** Compares the truth with what the groups hold. */
  public static TargetPlan of(
      InstanceAddresses truth, List<TargetState> writerGroup, List<TargetState> readerGroup) {
    // Without a writer its group is left alone.
    Optional<Target> writer = WantedTargets.writer(truth);
    Optional<List<Target>> alone = writer.map(List::of);
    List<Target> readers = WantedTargets.readers(truth, readerGroup);
    // An empty list of readers leaves them alone, and so does a member without a known address: it
    // might own any registered target.
    boolean known = truth.notes().isEmpty() && !readers.isEmpty();
    return new TargetPlan(
        writer,
        readers,
        alone.map(wanted -> missing(wanted, writerGroup)).orElse(List.of()),
        alone.map(wanted -> surplus(wanted, writerGroup)).orElse(List.of()),
        missing(readers, readerGroup),
        known ? surplus(readers, readerGroup) : List.of());
  }

  /**
   * Targets of the reader group that are no reader's, as far as RDS and names agree, and that stay
   * for no other reason than that some do not agree. Until those do only such leave whose address
   * is another database's by name.
   */
  public static List<Target> leftAlone(InstanceAddresses truth, List<TargetState> readerGroup) {
    return truth.notes().isEmpty()
        ? List.of()
        : surplus(WantedTargets.readers(truth, readerGroup), readerGroup);
  }

  /**
   * The same if the writer's listener leads to that group; else nothing is registered there, and
   * what it holds stays as long as it is the writer: sessions go on through it.
   */
  public TargetPlan led(boolean there) {
    return there
        ? this
        : new TargetPlan(
            writer, readers, List.of(), deregisterWriter, registerReaders, staleReaders);
  }

  /** Whether the path follows the database already. */
  public boolean nothingToDo() {
    return registerWriter.isEmpty()
        && deregisterWriter.isEmpty()
        && registerReaders.isEmpty()
        && staleReaders.isEmpty();
  }

  private static List<Target> missing(List<Target> wanted, List<TargetState> group) {
    List<Target> there = TargetState.held(group);
    return wanted.stream().filter(target -> !there.contains(target)).toList();
  }

  private static List<Target> surplus(List<Target> wanted, List<TargetState> group) {
    return TargetState.held(group).stream().filter(target -> !wanted.contains(target)).toList();
  }
}
