package dev.drawbridge.refresh;

import dev.drawbridge.model.Exposure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from not finding a database. Gone is not unknown, and it takes two looks. */
public enum Departure {
  /** The targets stay until it has not been found for a second time. */
  LOOK_AGAIN("Its targets stay until a second look."),
  /** None of its targets is left. */
  NOTHING_LEFT("None of its targets is left."),
  /** Many databases are gone at once: the targets stay, and people have to look. */
  MANY_AT_ONCE("Many databases are gone at once, so its targets stay: look who is right."),
  /** All targets are taken out. */
  WITHDRAW("Its targets are taken out.");

  /** From the first look to the second, at least. */
  static final Duration APART = Duration.ofMinutes(5);

  /** Databases whose absences began within this time are gone at once; so often people are told. */
  static final Duration AT_ONCE = Duration.ofHours(1);

  /** After that people have looked, and whoever is gone is believed to be. */
  private static final Duration BELIEVED = Duration.ofDays(1);

  /** So many may be gone at once, or a tenth of all that are exposed if that is more. */
  private static final long FEW = 2;

  private static final long TENTH = 10;

  private final String text;

  Departure(String text) {
    this.text = text;
  }

  /** For people. */
  String text() {
    return text;
  }

  /** By what is known of the database alone. */
  static Departure of(Exposure.@Nullable Absence absence, Instant now, boolean nothingLeft) {
    if (nothingLeft) {
      return NOTHING_LEFT;
    }
    return absence == null || now.isBefore(absence.since().plus(APART)) ? LOOK_AGAIN : WITHDRAW;
  }

  /**
   * Whether another database went at once with one that is gone. For a day, not for an hour: who is
   * blind for hours sees no better than who is blind for minutes.
   */
  static boolean together(Exposure.Absence one, Exposure.@Nullable Absence another, Instant now) {
    return another != null
        && Duration.between(another.since(), one.since()).abs().compareTo(AT_ONCE) < 0
        && now.isBefore(one.since().plus(BELIEVED));
  }

  /**
   * Whether so many went at once with one that is gone that it is not believed. Only databases
   * count that a run has seen: groups that anybody tags as ours must not make the others few.
   *
   * @param known the records of all whose groups there are
   */
  static boolean many(Exposure.Absence one, List<Exposure> known, Instant now) {
    List<Exposure> seen = known.stream().filter(each -> each.resourceId() != null).toList();
    long gone = seen.stream().filter(each -> together(one, each.absence(), now)).count();
    return many(gone, seen.size());
  }

  /** Whether {@code gone} of {@code exposed} databases are too many to be believed. */
  static boolean many(long gone, long exposed) {
    return gone > Math.max(FEW, exposed / TENTH);
  }

  /** What goes on record. */
  Exposure.Absence next(Exposure.Absence absence, Instant now) {
    return switch (this) {
      case LOOK_AGAIN, NOTHING_LEFT -> absence;
      case WITHDRAW -> absence.withdrawn(now);
      case MANY_AT_ONCE -> {
        Instant told = absence.toldAt();
        yield told != null && told.plus(AT_ONCE).isAfter(now) ? absence : absence.told(now);
      }
    };
  }
}
