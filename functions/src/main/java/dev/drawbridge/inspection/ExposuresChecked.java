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
 * @param cutting how many findings that people know of, or could not be told of yet, cut a path, of
 *     all databases; what is gone since lately counts until people have been told that it is over
 * @param others how many others of these there are
 * @param kinds how many of these there are of each kind that there is
 * @param failed what could not be looked at or read, and of what people could not be told
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
