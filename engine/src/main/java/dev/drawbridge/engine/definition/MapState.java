package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * A Map state, inline.
 *
 * @param itemsPath where the items are within the filtered input
 * @param itemSelector the template of an item's input ({@code ItemSelector}, formerly {@code
 *     Parameters})
 * @param processor what is done with an item ({@code ItemProcessor}, formerly {@code Iterator})
 * @param maxConcurrency how many items at a time; 0 is no limit of the definition's own
 */
public record MapState(
    String name,
    Filters filters,
    String itemsPath,
    @Nullable PayloadTemplate itemSelector,
    Workflow processor,
    Limit maxConcurrency,
    ErrorHandling errors,
    @Nullable String next)
    implements State {
  @Override
  public String type() {
    return "Map";
  }
}
