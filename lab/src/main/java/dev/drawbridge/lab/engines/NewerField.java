package dev.drawbridge.lab.engines;

import java.util.Set;

/** Fields of the language that an older engine may refuse; without them a machine still runs. */
public enum NewerField {
  /** Retries are then not spread. */
  JITTER("JitterStrategy"),
  /** Delays then grow without a bound, until attempts are used up. */
  LONGEST_DELAY("MaxDelaySeconds"),
  /** A Fail state then ends with neither error nor cause. */
  FAILURE_PATHS("ErrorPath", "CausePath");

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of texts
  private final Set<String> names;

  NewerField(String... names) {
    this.names = Set.of(names);
  }

  /** How definitions spell it. */
  public Set<String> names() {
    return names;
  }
}
