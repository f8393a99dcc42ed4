package dev.drawbridge.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;

/** The template of the stack, synthesised once for all tests: the first template costs seconds. */
final class Synthesized {
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "approvers", "role/dba-approvers",
          "operators", "role/dba",
          "issuer", "https://login.example.com/realms/db");
  private static final Map<Map<String, Object>, JsonNode> OTHERS = new ConcurrentHashMap<>();
  private static final JsonNode TEMPLATE = synthesize(SETTINGS);

  private Synthesized() {}

  /** A section of the template, for example {@code Outputs}. */
  static JsonNode section(String name) {
    return TEMPLATE.path(name);
  }

  /** The resources of one type, by logical id. */
  static Map<String, JsonNode> resources(String type) {
    return resources(type, TEMPLATE);
  }

  private static Map<String, JsonNode> resources(String type, JsonNode template) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    template
        .get("Resources")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue());
              }
            });
    return found;
  }

  /** The properties of the resources of one type. */
  static Stream<JsonNode> properties(String type) {
    return resources(type).values().stream().map(resource -> resource.get("Properties"));
  }

  /** The elements of an array, or the node itself where IAM writes a single value without one. */
  static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }

  /** The resources of one type of an installation with other settings, by logical id. */
  static Map<String, JsonNode> resources(String type, Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>(SETTINGS);
    all.putAll(settings);
    return resources(type, OTHERS.computeIfAbsent(all, Synthesized::synthesize));
  }

  /** An application with pages and the settings that have no default. */
  static App app() {
    return app(SETTINGS);
  }

  private static App app(Map<String, Object> settings) {
    return new App(AppProps.builder().context(settings).build());
  }

  private static JsonNode synthesize(Map<String, Object> settings) {
    try {
      // Stands for the shaded jar, which does not exist before the package phase.
      Path jar = Files.createTempFile("functions", ".jar");
      jar.toFile().deleteOnExit();
      Files.writeString(jar, "stands for the functions jar");
      DrawbridgeStack stack =
          new DrawbridgeStack(app(settings), "Drawbridge", Code.fromAsset(jar.toString()));
      return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
