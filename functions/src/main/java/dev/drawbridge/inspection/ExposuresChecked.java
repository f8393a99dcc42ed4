package dev.drawbridge.inspection;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Output of CheckExposures.
 *
 * @param exposed how many databases there are to look at
 * @param everySeconds how often each is looked at
 * @param looked the databases of this turn
 * @param news how many lines people were told
 * @param cutting how many findings that people know of cut a path, of all databases
 * @param others how many others that people know of there are
 * @param kinds how many findings that people know of there are of each kind that there is
 * @param failed what could not be looked at or read
 */
public record ExposuresChecked(
    Instant at,
    int exposed,
    long everySeconds,
    List<String> looked,
    int news,
    int cutting,
    int others,
    Map<String, Integer> kinds,
    List<String> failed) {
  /** Keeps copies. */
  public ExposuresChecked {
    looked = List.copyOf(looked);
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    failed = List.copyOf(failed);
  }
}
