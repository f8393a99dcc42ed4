package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * A number that stands in the definition or comes by a path, such as TimeoutSeconds.
 *
 * @param literal the number
 * @param path the path to it
 */
public record Limit(@Nullable Long literal, @Nullable String path) {}
