package dev.drawbridge.lab.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts labels that begin at given places into rows so that none overlaps another.
 *
 * <p>They have to come from right to left: a label that has to go up begins left of those below it,
 * so that the line down to what it names crosses none of them.
 */
final class LabelRows {
  private static final double GAP = 4;

  private final List<Double> leftmost = new ArrayList<>();

  /** The row, counted from 0 at the bottom, of a label from {@code x} on. */
  int place(double x, double width) {
    for (int row = 0; row < leftmost.size(); row++) {
      if (x + width + GAP <= leftmost.get(row)) {
        leftmost.set(row, x);
        return row;
      }
    }
    leftmost.add(x);
    return leftmost.size() - 1;
  }

  /** How many rows are in use. */
  int count() {
    return leftmost.size();
  }
}
