package dev.drawbridge.simulator.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model states of one member.
 *
 * @param min the least length of a string, blob, list or map, or the least number; null for none
 * @param max the same at the other end
 * @param pattern what a string must match as a whole; null for none
 * @param values the values of an enumeration; empty for none
 * @param number whether {@code min} and {@code max} are of the value and not of its length
 */
record Constraint(
    boolean required,
    @Nullable Long min,
    @Nullable Long max,
    @Nullable Pattern pattern,
    List<String> values,
    boolean number) {

  static final Constraint NONE = new Constraint(false, null, null, null, List.of(), false);

  Constraint {
    values = List.copyOf(values);
  }
}
