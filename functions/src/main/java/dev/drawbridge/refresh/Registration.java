package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.Target;
import dev.drawbridge.plan.Lane;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Output of RegisterTargets. Every field is written, null or not: definitions of earlier releases
 * select them one by one.
 *
 * @param writerGroupArn the writer's group
 * @param readerGroupArn the readers' group
 * @param writer what the writer's group must hold now; empty if it was left alone
 * @param readers what the reader group must hold in the end
 * @param changes in words: which target was added to or removed from which group just now
 * @param added targets that this pass has registered for writers or readers
 * @param staleReaders to be removed when one of {@code readers} is healthy
 * @param beganAt when all addresses were known
 * @param registeredAt when the calls were made
 * @param switchedAt when a writer was last taken out of its group, now or in an earlier pass; null
 *     if never, as in a first onboarding
 * @param outdated the truth had moved before anything was done: the run goes round
 * @param turn the turn that was taken then, and is left to the next pass; null if none was
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
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
    boolean outdated,
    @Nullable Lane turn) {
  /** Whether it has changed nothing whose effect could be waited for. */
  boolean isIdle() {
    return added.isEmpty() && staleReaders.isEmpty() && switchedAt == null;
  }
}
