package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.api.OpenApi;
import dev.drawbridge.workflows.Catalogue;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  @Test
  void another_tool_reads_the_document_without_a_complaint() {
    OpenAPI read = read(OpenApi.document().toString());
    assertThat(read.getOpenapi()).isEqualTo("3.1.0");
    assertThat(read.getPaths()).hasSizeGreaterThan(8);
  }

  @Test
  void another_tool_reads_the_rendering_for_import_without_a_complaint() {
    OpenAPI read = read(OpenApi.rendering30().toString());
    assertThat(read.getOpenapi()).startsWith("3.0");
    assertThat(operations(read)).isEqualTo(operations(read(OpenApi.document().toString())));
  }

  @Test
  void the_rendering_uses_nothing_that_only_the_newer_version_has() {
    assertThat(OpenApi.rendering30().findValues("type"))
        .allSatisfy(type -> assertThat(type.isArray()).isFalse());
    for (String keyword :
        List.of(
            "const", "examples", "webhooks", "jsonSchemaDialect", "identifier", "prefixItems")) {
      assertThat(OpenApi.rendering30().findValues(keyword)).as(keyword).isEmpty();
    }
  }

  @Test
  void every_operation_has_a_worker_of_the_catalogue() {
    assertThat(Catalogue.routes())
        .hasSameSizeAs(OpenApi.routes())
        .allSatisfy(
            route ->
                assertThat(Catalogue.workers())
                    .anyMatch(worker -> worker.name().equals(route.worker())));
  }

  private static List<String> operations(OpenAPI read) {
    return read.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .map(operation -> operation.getOperationId())
        .toList();
  }

  private static OpenAPI read(String document) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIParser().readContents(document, null, options);
    assertThat(result.getMessages()).isEmpty();
    return result.getOpenAPI();
  }
}
