package dev.drawbridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The API's description, as it is served and as API Gateway imports it. */
public final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenApi() {}

  /** The OpenAPI 3.1 document. */
  public static ObjectNode document() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("resource openapi.json is missing");
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json", e);
    }
  }

  /**
   * The same in OpenAPI 3.0, which is the newest that API Gateway imports ("Develop REST APIs using
   * OpenAPI", Amazon API Gateway Developer Guide). The document uses nothing of 3.1 that 3.0 lacks,
   * except what is rendered here.
   */
  public static ObjectNode rendering30() {
    ObjectNode document = document();
    document.put("openapi", "3.0.3");
    ((ObjectNode) document.path("info").path("license")).remove("identifier");
    return document;
  }

  /** One method of one path. */
  public record Route(String method, String path, String operationId) {}

  /** Every route, in the order of the document. */
  public static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            routes.add(
                                new Route(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    text(method.getValue(), "operationId")))));
    return routes;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
