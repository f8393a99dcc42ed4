package dev.drawbridge.lab.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts labels that begin at given places into rows, so that neither another label nor the line down
 * from one to what it names crosses any. Labels have to come from right to left.
 */
final class LabelRows {
  private static final double GAP = 4;

  private final List<Double> leftmost = new ArrayList<>();

  /** The row, counted from 0 at the bottom, of a label from {@code x} on. */
  int place(double x, double width) {
    int row = leftmost.size();
    // The lines of all labels above come down through a row.
    while (row > 0 && x + width + GAP <= leftmost.get(row - 1)) {
      row--;
    }
    if (row == leftmost.size()) {
      leftmost.add(x);
    } else {
      leftmost.set(row, x);
    }
    return row;
  }

  /** How many rows are in use. */
  int count() {
    return leftmost.size();
  }
}
