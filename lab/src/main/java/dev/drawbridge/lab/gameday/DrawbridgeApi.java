package dev.drawbridge.lab.gameday;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Drawbridge's API, as whoever runs the command calls it. */
@FunctionalInterface
public interface DrawbridgeApi {

  /**
   * Calls.
   *
   * @param body a missing node where the call has none
   * @throws dev.drawbridge.lab.process.LabException with the problem, if the API refuses
   */
  JsonNode call(String method, String path, JsonNode body);

  /** Calls without a body. */
  default JsonNode call(String method, String path) {
    return call(method, path, JsonNodeFactory.instance.missingNode());
  }
}
