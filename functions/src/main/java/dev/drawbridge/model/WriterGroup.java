package dev.drawbridge.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A target group that the writer's listener forwards to, or may.
 *
 * @param attached whether the listener forwards to it
 * @param weight its share of new connections; 0 if it gets none
 */
public record WriterGroup(String arn, boolean attached, int weight, List<TargetState> targets) {
  /** Keeps a copy. */
  public WriterGroup {
    targets = List.copyOf(targets);
  }

  /** A group that nothing forwards to and that holds nothing yet. */
  public static WriterGroup fresh(String arn) {
    return new WriterGroup(arn, false, 0, List.of());
  }

  /** Its targets without those that drain. */
  public Stream<Target> present() {
    return targets.stream().filter(TargetState::present).map(TargetState::target);
  }

  /** Whether the target is in it and does not drain. */
  public boolean holds(Target target) {
    return present().anyMatch(target::equals);
  }
}
