package dev.drawbridge.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Another order each time, so that whoever is the last at one time is not the last at each. */
public final class Rotation {
  private Rotation() {}

  /** All of them, beginning so many after the first; those before come last. */
  public static <T> List<T> of(Collection<T> all, long by) {
    List<T> rotated = new ArrayList<>(all);
    Collections.rotate(rotated, -Math.toIntExact(by % Math.max(1, all.size())));
    return rotated;
  }
}
