package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Output of RegisterTargets, and of ArrangeStandbys, which adds to it.
 *
 * @param writerGroupArn the group for writers that gets new connections
 * @param readerGroupArn the readers' group
 * @param writer what the writer's group must hold now; empty if it was left alone
 * @param readers what the reader group must hold in the end
 * @param changes in words: which target was added to or removed from which group just now
 * @param added targets that this pass has registered for writers or readers
 * @param staleReaders to be removed when {@code readers} are healthy
 * @param beganAt when all addresses were known
 * @param registeredAt when the calls were made
 * @param switchedAt when a writer was last taken out of its group, now or in an earlier pass; null
 *     if never, as in a first onboarding
 * @param standbys whether groups for other writers exist, or are wanted, and must be looked after
 * @param notes what a reader of the record should know besides
 */
public record Registration(
    String writerGroupArn,
    String readerGroupArn,
    List<Target> writer,
    List<Target> readers,
    List<String> changes,
    List<Target> added,
    List<Target> staleReaders,
    Instant beganAt,
    Instant registeredAt,
    @Nullable Instant switchedAt,
    boolean standbys,
    List<String> notes) {

  /** The same with more that was done, and more to know. */
  public Registration and(List<String> moreChanges, List<String> moreNotes) {
    return new Registration(
        writerGroupArn,
        readerGroupArn,
        writer,
        readers,
        Stream.concat(changes.stream(), moreChanges.stream()).toList(),
        added,
        staleReaders,
        beganAt,
        registeredAt,
        switchedAt,
        standbys,
        Stream.concat(notes.stream(), moreNotes.stream()).toList());
  }
}
