package dev.drawbridge.lab.engines;

import java.util.Set;

/** Fields of the language that an older engine may refuse; without them a machine still runs. */
public enum NewerField {
  /** Retries are then not spread. */
  JITTER(Set.of("JitterStrategy")),
  /** Delays then grow without a bound, until attempts are used up. */
  LONGEST_DELAY(Set.of("MaxDelaySeconds")),
  /** A Fail state then ends with neither error nor cause. */
  FAILURE_PATHS(Set.of("ErrorPath", "CausePath"));

  private final Set<String> names;

  NewerField(Set<String> names) {
    this.names = names;
  }

  /** How definitions spell it. */
  public Set<String> names() {
    return names;
  }
}
