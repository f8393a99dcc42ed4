package dev.drawbridge.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened when, in lanes. Threads of the lab write to it; {@link TimelineDrawing} draws it.
 */
public final class Timeline {
  /**
   * Something that lasted; a moment where {@code from} and {@code to} are the same.
   *
   * @param lane who or what it happened to
   */
  public record Entry(String lane, String label, Instant from, Instant to) {
    /** How long it lasted. */
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Something happened at that moment. */
  public void mark(String lane, String label, Instant at) {
    span(lane, label, at, at);
  }

  /** Something lasted from one moment to another. */
  public synchronized void span(String lane, String label, Instant from, Instant to) {
    entries.add(new Entry(lane, label, from, to));
  }

  /** Everything so far, by its beginning. */
  public synchronized List<Entry> entries() {
    return entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
  }
}
