package dev.drawbridge.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;

/** The template of the stack, synthesised once for all tests: the first template costs seconds. */
final class Synthesized {
  private static final JsonNode TEMPLATE = synthesize();

  private Synthesized() {}

  /** A section of the template, for example {@code Outputs}. */
  static JsonNode section(String name) {
    return TEMPLATE.path(name);
  }

  /** The resources of one type, by logical id. */
  static Map<String, JsonNode> resources(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    TEMPLATE
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

  private static JsonNode synthesize() {
    try {
      // Stands for the shaded jar, which does not exist before the package phase.
      Path jar = Files.createTempFile("functions", ".jar");
      jar.toFile().deleteOnExit();
      Files.writeString(jar, "stands for the functions jar");
      DrawbridgeStack stack =
          new DrawbridgeStack(new App(), "Drawbridge", Code.fromAsset(jar.toString()));
      return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
