package dev.drawbridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
   * except what is rendered here; and API Gateway ignores what secures the document as a whole, so
   * that each operation says it again ("Amazon API Gateway important notes": "Security needs to be
   * defined at an operation level"). Responses are written out, since it reads none by reference
   * (the same page).
   */
  public static ObjectNode rendering30() {
    ObjectNode document = document();
    document.put("openapi", "3.0.3");
    ((ObjectNode) document.path("info").path("license")).remove("identifier");
    JsonNode security = document.remove("security");
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        ((ObjectNode) operation).set("security", security.deepCopy());
        writeOut((ObjectNode) operation.path("responses"), document);
      }
    }
    return document;
  }

  private static void writeOut(ObjectNode responses, JsonNode document) {
    for (var response : responses.properties()) {
      String reference = response.getValue().path("$ref").asText();
      if (!reference.isEmpty()) {
        response.setValue(document.at(reference.substring(1)).deepCopy());
      }
    }
  }

  /** Whether API Gateway verifies signatures at a method, by what it reads of the rendering. */
  public static boolean securedByIam(JsonNode rendering, String method, String path) {
    return rendering
        .path("paths")
        .path(path)
        .path(method.toLowerCase(Locale.ROOT))
        .path("security")
        .path(0)
        .has("sigv4");
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
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    text(method.getValue(), "operationId")))));
    return routes;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
