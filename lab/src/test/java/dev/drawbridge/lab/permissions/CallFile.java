package dev.drawbridge.lab.permissions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.iam.Authorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls in a file: for judges that are not ours, and from one of surefire's processes to another.
 */
final class CallFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target", "permissions");
  private static final TypeReference<Map<String, List<String>>> CONTEXT = new TypeReference<>() {};

  private CallFile() {}

  static void write(String name, Map<String, ? extends Collection<Authorization>> byRole)
      throws IOException {
    ArrayNode all = JSON.createArrayNode();
    byRole.forEach(
        (role, calls) ->
            calls.forEach(
                call -> {
                  ObjectNode node = all.addObject().put("role", role);
                  node.put("action", call.action()).put("resource", call.resource());
                  node.set("context", JSON.valueToTree(call.context()));
                }));
    Files.createDirectories(FOLDER);
    JSON.writeValue(FOLDER.resolve(name).toFile(), all);
  }

  /** What the files whose names begin so hold together. */
  static Map<String, Set<Authorization>> read(String beginning) throws IOException {
    Map<String, Set<Authorization>> byRole = new LinkedHashMap<>();
    try (var files = Files.newDirectoryStream(FOLDER, beginning + "*.json")) {
      for (Path file : files) {
        for (JsonNode call : JSON.readTree(file.toFile())) {
          byRole
              .computeIfAbsent(call.get("role").asText(), role -> new LinkedHashSet<>())
              .add(authorization(call));
        }
      }
    }
    return byRole;
  }

  private static Authorization authorization(JsonNode call) {
    return new Authorization(
        call.get("action").asText(),
        call.get("resource").asText(),
        JSON.convertValue(call.get("context"), CONTEXT));
  }
}
