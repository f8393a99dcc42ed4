package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded case, made ready to run.
 *
 * <p>The recorder masked names with tokens in angle brackets. A token that the definition or the
 * input also has is simply a name; as no AWS name may have angle brackets, they are taken off
 * everywhere. Partition and region get real values in the same way.
 *
 * @param id the path of the file without its ending
 * @param json the whole case
 * @param words the bare words that stand for masked values
 */
record ConformanceCase(String id, JsonNode json, Set<String> words) {
  /** The account that the recordings are masked with. */
  static final String ACCOUNT = "111111111111";

  static final String REGION = "us-east-1";

  private static final Pattern TOKEN = Pattern.compile("<[A-Za-z0-9_:-]+>");

  static ConformanceCase read(Path folder, Path file) {
    String id = folder.relativize(file).toString().replaceFirst("\\.json$", "");
    try {
      JsonNode json = Payload.MAPPER.readTree(Files.readString(file));
      Map<String, String> names = new HashMap<>();
      names(json.path("definition").toString(), names);
      names(json.path("stateMachines").toString(), names);
      names(json.path("input").toString(), names);
      names(json.path("callbacks").toString(), names);
      json.path("rows").forEach(row -> names(row.path("input").toString(), names));
      names.put("<partition>", "aws");
      names.put("<region>", REGION);
      String text = json.toString();
      for (var name : names.entrySet()) {
        text = text.replace(name.getKey(), name.getValue());
      }
      JsonNode ready = Payload.MAPPER.readTree(text);
      return new ConformanceCase(id, ready, words(ready));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  String kind() {
    return json.path("kind").asText();
  }

  JsonNode expected() {
    return json.path("expected");
  }

  private static void names(String text, Map<String, String> names) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String token = matcher.group();
      names.put(token, token.substring(1, token.length() - 1).replace(':', '_'));
    }
  }

  /** A word that is part of the definition or the input is a name there, not a mask. */
  private static Set<String> words(JsonNode json) {
    String literal = json.path("definition") + " " + json.path("input");
    Set<String> words = new HashSet<>();
    for (JsonNode placeholder : json.path("placeholders")) {
      String word = placeholder.asText();
      if (!word.contains("<") && !literal.contains(word)) {
        words.add(word);
      }
    }
    for (JsonNode placeholder : json.path("placeholders")) {
      String word = placeholder.asText();
      boolean mask = word.matches("[a-z]*-?(time|date|timestamp)|RandomNumberGenerated");
      if (mask) {
        words.add(word);
      }
    }
    return words;
  }
}
