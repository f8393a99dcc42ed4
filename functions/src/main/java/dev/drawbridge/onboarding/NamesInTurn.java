package dev.drawbridge.onboarding;

import dev.drawbridge.plan.Rotation;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Of services whose names AWS is to look at anew a few at a time, so that each has its turn. */
final class NamesInTurn {
  /** 20 calls take a few seconds of a worker for which people wait. */
  static final int MOST = 20;

  private NamesInTurn() {}

  /** The ids of those of the turn with that number. */
  static List<String> of(Collection<String> serviceIds, long turn) {
    return Rotation.of(new TreeSet<>(serviceIds), turn * MOST).stream().limit(MOST).toList();
  }
}
