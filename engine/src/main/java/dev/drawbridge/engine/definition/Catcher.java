package dev.drawbridge.engine.definition;

import dev.drawbridge.engine.path.ReferencePath;
import java.util.List;

/**
 * One entry of {@code Catch}.
 *
 * @param errors the error names that it answers to
 * @param resultPath where the error goes within the state's input
 * @param next the state that goes on
 */
public record Catcher(List<String> errors, ReferencePath resultPath, String next) {}
