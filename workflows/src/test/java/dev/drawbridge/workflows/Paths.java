package dev.drawbridge.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paths of its data that a state reads and writes. */
final class Paths {
  /** A path into the data; {@code $$} is the context object. */
  private static final Pattern PATH = Pattern.compile("(?<!\\$)\\$(?!\\$)[\\w.]*");

  private Paths() {}

  /** What of the state's input its fields name, paths within intrinsic functions included. */
  static Set<String> readBy(JsonNode state) {
    Set<String> read = new HashSet<>();
    collect(state.path("Parameters"), read);
    state.path("Choices").findValuesAsText("Variable").forEach(read::add);
    // Of a state without a result of its own.
    if (state.path("ResultPath").isMissingNode()) {
      read.addAll(named(state.path("OutputPath").asText()));
    }
    Stream.of("InputPath", "ErrorPath", "CausePath")
        .forEach(field -> read.addAll(named(state.path(field).asText())));
    return read;
  }

  /** What a state leaves behind: each key of its result, where it has a selection of keys. */
  static Set<String> writtenBy(JsonNode state) {
    JsonNode at = state.path("ResultPath");
    String type = state.path("Type").asText();
    boolean passesAll = type.equals("Pass") && at.isMissingNode();
    if ((!at.isTextual() && !passesAll) || state.path("OutputPath").isTextual()) {
      return Set.of();
    }
    String path = passesAll ? "$" : at.asText();
    JsonNode keys = state.path(type.equals("Pass") ? "Parameters" : "ResultSelector");
    return keys.isMissingNode()
        ? Set.of(path)
        : keys.properties().stream()
            .map(Map.Entry::getKey)
            .map(key -> path + "." + key.replaceFirst("\\.\\$$", ""))
            .collect(Collectors.toSet());
  }

  /** Whether one path lies within the other. */
  static boolean touch(String one, String other) {
    return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
  }

  private static void collect(JsonNode template, Set<String> read) {
    template
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().endsWith(".$")) {
                read.addAll(named(entry.getValue().asText()));
              } else {
                collect(entry.getValue(), read);
              }
            });
  }

  private static Set<String> named(String text) {
    return PATH.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }
}
