package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/** A Succeed state. */
public record SucceedState(String name, Filters filters) implements State {
  @Override
  public String type() {
    return "Succeed";
  }

  @Override
  public @Nullable String next() {
    return null;
  }
}
