package dev.drawbridge.engine.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** JSONPath by the library that AWS uses too: its messages stand in AWS's error causes. */
public final class JsonPaths {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(Payload.MAPPER))
          .mappingProvider(new JacksonMappingProvider(Payload.MAPPER))
          .build();
  private static final Map<String, JsonPath> COMPILED = new ConcurrentHashMap<>();

  private JsonPaths() {}

  /**
   * The value that a path selects.
   *
   * <p>A path that may select several values (slice, wildcard, filter) and selects none gives an
   * empty array, even where a field on the way is missing: so AWS's recordings show it.
   *
   * @throws PathFailure when a definite path selects nothing
   */
  public static JsonNode read(JsonNode root, String path) {
    if (path.equals("$")) {
      return root;
    }
    JsonPath compiled = COMPILED.computeIfAbsent(path, JsonPaths::compile);
    try {
      Object found = compiled.read((Object) root, CONFIGURATION);
      // Functions such as length() give plain numbers.
      return found instanceof JsonNode node ? node : Payload.MAPPER.valueToTree(found);
    } catch (PathNotFoundException missing) {
      if (!compiled.isDefinite()) {
        return JsonNodeFactory.instance.arrayNode();
      }
      throw new PathFailure(String.valueOf(missing.getMessage()));
    }
  }

  /** Whether the text is a JSONPath at all; {@code $$} paths are read without their first sign. */
  public static boolean valid(String path) {
    if (!path.startsWith("$")) {
      return false;
    }
    try {
      compile(path.startsWith("$$") ? path.substring(1) : path);
      return true;
    } catch (InvalidPathException invalid) {
      return false;
    }
  }

  /** Keys in brackets are literal: AWS does not unescape {@code \"} there, the library does. */
  private static JsonPath compile(String path) {
    return JsonPath.compile(path.replaceAll("\\\\(?!['\\\\])", "\\\\\\\\"));
  }
}
