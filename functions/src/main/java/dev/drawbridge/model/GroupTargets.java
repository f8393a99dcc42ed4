package dev.drawbridge.model;

import java.util.List;

/** Targets of one group, to be registered there or taken away. */
public record GroupTargets(String groupArn, List<Target> targets) {
  /** Keeps a copy. */
  public GroupTargets {
    targets = List.copyOf(targets);
  }
}
