package dev.drawbridge.simulator.operation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the token of the next page; null on the last
 */
public record Page<R>(List<R> rows, @Nullable String next) {

  /** Keeps a copy of the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /** The rows in the API's shape. */
  public <S> List<S> shapes(Function<R, S> shape) {
    return rows.stream().map(shape).toList();
  }
}
