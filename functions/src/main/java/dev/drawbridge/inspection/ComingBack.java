package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What passes by itself comes back, too: a server that runs out of memory and restarts again and
 * again is one trouble, however short each time of it is. So it is remembered while it is gone, and
 * people hear that it is over once it has been gone for four minutes, and four more for each time
 * that it has come back, up to an hour.
 */
final class ComingBack {
  /** So long it is remembered; and of what comes and goes people are told once in so long. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** An item of the table holds 400 KB; one entry takes up to 1 KB. */
  private static final int MOST_ON_RECORD = 100;

  private ComingBack() {}

  /** What earlier looks know of it, were it gone at the moment. */
  static Optional<Known> earlier(InspectionRecord before, Finding finding) {
    return before.known(finding.key()).or(() -> before.gone(finding.key()));
  }

  /** What is to be known of what a look has found. */
  static Known found(Optional<Known> earlier, Finding finding, Instant now) {
    Instant since = earlier.map(Known::since).orElse(now);
    Instant from = earlier.map(known -> from(known, now)).orElse(now);
    boolean ripe = !finding.passing() || !now.plus(Turn.EARLY).isBefore(from.plus(Turn.PATIENCE));
    return new Known(
        finding.key(),
        finding.kind().name(),
        finding.text(),
        finding.kind().weight().name(),
        finding.kind().whose().name(),
        finding.remedy().name(),
        since,
        ripe || earlier.filter(Known::told).isPresent(),
        from.equals(since) ? null : from,
        null,
        earlier.map(Known::toldAt).orElse(null),
        earlier.map(known -> known.returns() + (known.goneAt() == null ? 0 : 1)).orElse(0));
  }

  /** Pauses count for nothing; what people were told is over counts from its return. */
  private static Instant from(Known earlier, Instant now) {
    Instant from = earlier.from() == null ? earlier.since() : earlier.from();
    Instant gone = earlier.goneAt();
    if (gone == null) {
      return from;
    }
    return toldOver(earlier) ? now : from.plus(Duration.between(gone, now));
  }

  /** Whether people have to be told what {@code now} says. */
  static boolean tells(Optional<Known> earlier, Known entry, Instant now) {
    Optional<Known> heard = earlier.filter(Known::told);
    if (!entry.told() || heard.isEmpty()) {
      return entry.told();
    }
    // Health comes and goes in details.
    return passing(entry)
        ? heard.get().goneAt() != null && !now.isBefore(last(heard.get()).plus(LONGEST))
        : !heard.get().text().equals(entry.text());
  }

  /** How often it has come, for people; nothing if it never went. */
  static String words(Known entry) {
    return entry.returns() == 0
        ? ""
        : "; it has come back %d time%s since %s"
            .formatted(entry.returns(), entry.returns() == 1 ? "" : "s", entry.since());
  }

  /**
   * What no look finds any more.
   *
   * @param over what people were told of, and have to be told now that it is over
   * @param gone what is remembered
   */
  record Left(List<Known> over, List<Known> gone) {}

  /** What becomes of all that is not among the keys of what was found. */
  static Left left(InspectionRecord before, Set<String> found, Instant now) {
    List<Known> over = new ArrayList<>();
    List<Known> gone = new ArrayList<>();
    Stream.concat(before.gone().stream(), before.known().stream())
        .filter(entry -> !found.contains(entry.key()))
        .forEach(
            entry -> {
              boolean ends = entry.told() && (!passing(entry) || goneFor(entry, quiet(entry), now));
              if (ends) {
                over.add(entry);
              }
              if (passing(entry)) {
                Known last = ends ? entry.over() : entry;
                gone.add(last.goneAt() == null ? last.goneAt(now) : last);
              }
            });
    gone.removeIf(entry -> forgotten(entry, now));
    List<Known> beyond = gone.subList(0, Math.max(0, gone.size() - MOST_ON_RECORD));
    beyond.stream().filter(Known::told).forEach(over::add);
    beyond.clear();
    return new Left(over, gone);
  }

  private static boolean forgotten(Known gone, Instant now) {
    return !gone.told() && goneFor(gone, toldOver(gone) ? LONGEST : Turn.PATIENCE, now);
  }

  /** Whether it may come back, or be over, any minute. */
  static boolean lately(Known gone, Instant now) {
    return !toldOver(gone) && !goneFor(gone, Turn.PATIENCE, now);
  }

  private static boolean goneFor(Known entry, Duration time, Instant now) {
    Instant gone = entry.goneAt();
    return gone != null && !now.plus(Turn.EARLY).isBefore(gone.plus(time));
  }

  private static Duration quiet(Known entry) {
    Duration quiet = Turn.PATIENCE.multipliedBy(1L + entry.returns());
    return quiet.compareTo(LONGEST) < 0 ? quiet : LONGEST;
  }

  private static boolean toldOver(Known gone) {
    return !gone.told() && gone.toldAt() != null;
  }

  /** In what an earlier release wrote nothing says when people were told. */
  private static Instant last(Known told) {
    return told.toldAt() == null ? told.since() : told.toldAt();
  }

  /** A kind that a later release has done away with is none. */
  private static boolean passing(Known entry) {
    return Arrays.stream(Kind.values())
        .anyMatch(kind -> kind.passing() && kind.name().equals(entry.kind()));
  }
}
