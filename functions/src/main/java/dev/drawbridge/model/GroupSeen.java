package dev.drawbridge.model;

import java.util.List;

/**
 * A target group as AWS shows it, for checks.
 *
 * @param ours whether its tags say that it is ours and this database's
 * @param differing attributes that are not as we set them, {@code key=value}
 * @param targets draining ones included
 */
public record GroupSeen(
    String arn, boolean ours, List<String> differing, List<TargetState> targets) {
  /** Keeps copies. */
  public GroupSeen {
    differing = List.copyOf(differing);
    targets = List.copyOf(targets);
  }

  /** How many targets get connections. */
  public long healthy() {
    return targets.stream().filter(TargetState::healthy).count();
  }
}
