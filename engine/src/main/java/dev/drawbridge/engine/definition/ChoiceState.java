package dev.drawbridge.engine.definition;

import dev.drawbridge.engine.choice.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state.
 *
 * @param choices the rules in order
 * @param otherwise the {@code Default} state, if there is one
 */
public record ChoiceState(
    String name, Filters filters, List<Choice> choices, @Nullable String otherwise)
    implements State {

  /** A rule and where it leads. */
  public record Choice(Rule rule, String next) {}

  @Override
  public String type() {
    return "Choice";
  }

  @Override
  public @Nullable String next() {
    return null;
  }
}
