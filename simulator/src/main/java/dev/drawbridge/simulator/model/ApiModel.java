package dev.drawbridge.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts of one service's API model, from the resource of its name. */
public final class ApiModel {
  private static final Map<String, ApiModel> LOADED = new ConcurrentHashMap<>();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, OperationModel> operations = new HashMap<>();
  private final Map<String, OperationModel> named = new TreeMap<>();

  private ApiModel(JsonNode facts) {
    facts
        .path("operations")
        .properties()
        .forEach(entry -> named.put(entry.getKey(), read(entry.getValue())));
    named.forEach((name, model) -> operations.put(key(name), model));
  }

  /** The model of the service that requests are signed for; empty where there are no facts. */
  public static ApiModel of(String signingName) {
    return LOADED.computeIfAbsent(signingName, name -> new ApiModel(resource(name)));
  }

  /** What the model says of an operation. */
  public Optional<OperationModel> operation(String name) {
    return Optional.ofNullable(operations.get(key(name)));
  }

  /** Every operation that there are facts of, by its name in the model. */
  public Map<String, OperationModel> operations() {
    return Collections.unmodifiableMap(named);
  }

  /** The SDK writes {@code DescribeDbClusters} where the model has {@code DescribeDBClusters}. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static JsonNode resource(String signingName) {
    String file =
        switch (signingName) {
          case "elasticloadbalancing" -> "elbv2";
          case "monitoring" -> "cloudwatch";
          case "states" -> "stepfunctions";
          default -> signingName;
        };
    try (InputStream in = ApiModel.class.getResourceAsStream(file + ".json")) {
      return in == null ? JSON.createObjectNode() : JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the facts of " + file, e);
    }
  }

  private static OperationModel read(JsonNode facts) {
    Member root = new Member();
    facts
        .path("members")
        .properties()
        .forEach(member -> root.constrain(member.getKey(), constraint(member.getValue())));
    strings(facts.path("sensitive")).forEach(root::hide);
    JsonNode http = facts.path("http");
    return new OperationModel(
        root,
        strings(facts.path("errors")),
        http.path("method").asText(),
        http.path("uri").asText(),
        http.path("status").asInt(200));
  }

  private static Constraint constraint(JsonNode facts) {
    String type = facts.path("type").asText();
    boolean number = List.of("integer", "long", "double", "float").contains(type);
    JsonNode pattern = facts.path("pattern");
    return new Constraint(
        facts.path("required").asBoolean(),
        number(facts.path("min")),
        number(facts.path("max")),
        pattern.isTextual() ? Pattern.compile(pattern.asText()) : null,
        strings(facts.path("enum")),
        number);
  }

  private static @Nullable Long number(JsonNode json) {
    return json.isNumber() ? json.asLong() : null;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
