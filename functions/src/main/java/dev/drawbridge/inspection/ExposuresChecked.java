package dev.drawbridge.inspection;

import java.time.Instant;
import java.util.List;

/**
 * Output of CheckExposures.
 *
 * @param exposed how many databases there are to look at
 * @param everySeconds how often each is looked at
 * @param looked the databases of this turn
 * @param news how many lines people were told
 * @param cutting how many findings that people know of cut a path, of all databases
 * @param others how many others that people know of there are
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
    List<String> failed) {
  /** Keeps copies. */
  public ExposuresChecked {
    looked = List.copyOf(looked);
    failed = List.copyOf(failed);
  }
}
