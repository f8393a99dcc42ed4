package dev.drawbridge.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened when, in lanes. Threads of the lab write to it; {@link TimelineDrawing} draws it.
 */
public final class Timeline {
  /** How an entry is to look. */
  public enum Tone {
    /** Neither good nor bad. */
    PLAIN,
    /** As it should be. */
    GOOD,
    /** On its way. */
    WAITING,
    /** As it should not be. */
    BAD
  }

  /**
   * Something that lasted; a moment where {@code from} and {@code to} are the same.
   *
   * @param lane who or what it happened to
   */
  public record Entry(String lane, String label, Tone tone, Instant from, Instant to) {
    /** How long it lasted. */
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  private record Open(String label, Tone tone, Instant from) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Open> open = new LinkedHashMap<>();

  /** Something happened at that moment. */
  public void mark(String lane, String label, Instant at) {
    span(lane, label, Tone.PLAIN, at, at);
  }

  /** Something lasted from one moment to another. */
  public synchronized void span(String lane, String label, Tone tone, Instant from, Instant to) {
    entries.add(new Entry(lane, label, tone, from, to));
  }

  /** From then on the lane is in this state, until it turns to another; repetition is no turn. */
  public synchronized void turn(String lane, String label, Tone tone, Instant at) {
    Open before = open.get(lane);
    if (before == null || !before.label().equals(label)) {
      end(lane, at);
      open.put(lane, new Open(label, tone, at));
    }
  }

  /** From then on the lane is in no state at all. */
  public synchronized void end(String lane, Instant at) {
    Open before = open.remove(lane);
    if (before != null) {
      span(lane, before.label(), before.tone(), before.from(), at);
    }
  }

  /** Nothing lasts longer than until then. */
  public synchronized void close(Instant at) {
    List.copyOf(open.keySet()).forEach(lane -> end(lane, at));
  }

  /** Everything that has ended so far, by its beginning. */
  public synchronized List<Entry> entries() {
    return entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
  }
}
