package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * A Fail state.
 *
 * @param error the error's name, a literal
 * @param errorPath an expression for it: path or intrinsic function
 * @param cause the cause, a literal
 * @param causePath an expression for it
 */
public record FailState(
    String name,
    @Nullable String error,
    @Nullable String errorPath,
    @Nullable String cause,
    @Nullable String causePath)
    implements State {
  @Override
  public String type() {
    return "Fail";
  }

  @Override
  public Filters filters() {
    return Filters.NONE;
  }

  @Override
  public @Nullable String next() {
    return null;
  }
}
