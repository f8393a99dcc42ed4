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
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The templates of all stacks, synthesised once for all tests: the first template costs seconds.
 */
final class Synthesized {
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "approvers", "role/dba-approvers",
          "operators", "role/dba",
          "issuer", "https://login.example.com/realms/db");
  private static final Map<Map<String, Object>, Map<String, JsonNode>> OTHERS =
      new ConcurrentHashMap<>();
  private static final Map<String, JsonNode> TEMPLATES = synthesize(SETTINGS);

  private Synthesized() {}

  /** The templates in the order of their deployment, by stack. */
  static Map<String, JsonNode> templates() {
    return TEMPLATES;
  }

  /** The templates of an installation with other settings. */
  static Map<String, JsonNode> templates(Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>(SETTINGS);
    all.putAll(settings);
    return OTHERS.computeIfAbsent(all, Synthesized::synthesize);
  }

  /** A section of all templates, for example {@code Outputs}. */
  static Map<String, JsonNode> section(String name) {
    return section(name, TEMPLATES);
  }

  private static Map<String, JsonNode> section(String name, Map<String, JsonNode> templates) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (JsonNode template : templates.values()) {
      template
          .path(name)
          .properties()
          .forEach(
              entry -> {
                JsonNode other = found.put(entry.getKey(), entry.getValue());
                if (other != null && !other.equals(entry.getValue())) {
                  throw new AssertionError("two stacks have a " + entry.getKey());
                }
              });
    }
    return found;
  }

  /** The resources of one type of all stacks, by logical id. */
  static Map<String, JsonNode> resources(String type) {
    return ofType(type, TEMPLATES);
  }

  /** The resources of one type of an installation with other settings, by logical id. */
  static Map<String, JsonNode> resources(String type, Map<String, Object> settings) {
    return ofType(type, templates(settings));
  }

  private static Map<String, JsonNode> ofType(String type, Map<String, JsonNode> templates) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    section("Resources", templates)
        .forEach(
            (id, resource) -> {
              if (resource.get("Type").asText().equals(type)) {
                found.put(id, resource);
              }
            });
    return found;
  }

  /** The properties of the resources of one type. */
  static Stream<JsonNode> properties(String type) {
    return resources(type).values().stream().map(resource -> resource.get("Properties"));
  }

  /** The statements of all policies of roles, whether they stand in the role or beside it. */
  static Stream<JsonNode> grants() {
    return Stream.concat(
            properties("AWS::IAM::Role")
                .filter(role -> role.has("Policies"))
                .flatMap(role -> each(role.path("Policies"))),
            properties("AWS::IAM::Policy"))
        .flatMap(policy -> each(policy.at("/PolicyDocument/Statement")));
  }

  /** The elements of an array, or the node itself where IAM writes a single value without one. */
  static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }

  /** An application with pages and the settings that have no default. */
  static App app() {
    return app(Map.of());
  }

  /** An application with other settings. */
  static App app(Map<String, Object> others) {
    Map<String, Object> all = new LinkedHashMap<>(SETTINGS);
    all.putAll(others);
    return new App(AppProps.builder().context(all).build());
  }

  /** An installation within an application. */
  static Installation installation(App app) {
    try {
      // Stands for the shaded jar, which does not exist before the package phase.
      Path jar = Files.createTempFile("functions", ".jar");
      jar.toFile().deleteOnExit();
      Files.writeString(jar, "stands for the functions jar");
      return Installation.in(app, Code.fromAsset(jar.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, JsonNode> synthesize(Map<String, Object> settings) {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> templates = new LinkedHashMap<>();
    for (Stack stack : installation(app(settings)).stacks()) {
      templates.put(stack.getStackName(), json.valueToTree(Template.fromStack(stack).toJSON()));
    }
    return templates;
  }
}
