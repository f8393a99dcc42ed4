package dev.drawbridge.onboarding;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Of names that AWS is to look at anew a few at a time, so that each has its turn. */
final class NamesInTurn {
  /** So many calls take a few seconds of a worker for which people wait. */
  static final int MOST = 20;

  private NamesInTurn() {}

  /** Those of the turn with that number. */
  static List<String> of(Collection<String> serviceIds, long turn) {
    List<String> all = List.copyOf(new TreeSet<>(serviceIds));
    int first = all.isEmpty() ? 0 : (int) (turn * MOST % all.size());
    return IntStream.range(first, first + Math.min(MOST, all.size()))
        .mapToObj(at -> all.get(at % all.size()))
        .toList();
  }
}
