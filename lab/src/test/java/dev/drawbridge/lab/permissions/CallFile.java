package dev.drawbridge.lab.permissions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.iam.Authorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Calls in a file, for judges that are not ours. */
final class CallFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target", "permissions");

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
}
