package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.drawbridge.api.OpenApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** openapi.json as a judge of what the API takes and answers. */
final class Described {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonNode document = OpenApi.document();
  private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

  /** Fails unless the document describes that answer of that route. */
  void holds(String method, String template, ApiCaller.Reply reply) {
    String status = String.valueOf(reply.status());
    JsonNode described = resolved(operation(method, template).path("responses").path(status));
    assertThat(described.isMissingNode())
        .as("%s %s answers %s %s", method, template, status, reply.body())
        .isFalse();
    String contentType = reply.headers().get("Content-Type");
    JsonNode media = described.path("content").path(String.valueOf(contentType));
    assertThat(media.isMissingNode())
        .as("%s %s answers %s with %s", method, template, status, contentType)
        .isFalse();
    assertThat(faults(media.path("schema"), reply.body()))
        .as("%s %s answers %s %s", method, template, status, reply.body())
        .isEmpty();
    described
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> assertThat(reply.headers()).containsKey(name));
  }

  /** What the document finds wrong with the body of a request. */
  Set<ValidationMessage> faultsOfBody(String method, String template, JsonNode body) {
    return faults(
        operation(method, template)
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema"),
        body);
  }

  /** What it finds wrong with a value of one of its schemas. */
  Set<ValidationMessage> faultsOf(String schema, JsonNode value) {
    return faults(document.path("components").path("schemas").path(schema), value);
  }

  private JsonNode operation(String method, String template) {
    return document.path("paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText("");
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  /** The schema's references lead into the document, so its components go along. */
  private Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
    return schemas
        .computeIfAbsent(
            schema,
            each -> {
              ObjectNode whole = JsonNodeFactory.instance.objectNode();
              whole.setAll((ObjectNode) each.deepCopy());
              whole.set("components", document.path("components"));
              return SCHEMAS.getSchema(whole);
            })
        .validate(value);
  }
}
