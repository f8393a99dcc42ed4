package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesApiTest {
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final JsonNode body =
      properties("AWS::ApiGateway::RestApi")
          .filter(api -> api.path("Name").asText().equals("drawbridge-pages"))
          .findFirst()
          .orElseThrow()
          .path("Body");

  @Test
  void every_route_leads_to_the_alias_of_its_worker_and_there_is_no_other() {
    int methods = 0;
    for (JsonNode path : body.path("paths")) {
      methods += path.size();
    }
    assertThat(methods).isEqualTo(Catalogue.pageRoutes().size());
    for (ApiRoute route : Catalogue.pageRoutes()) {
      assertThat(
              body.path("paths")
                  .path(route.path())
                  .path(route.method().toLowerCase(Locale.ROOT))
                  .path("x-amazon-apigateway-integration")
                  .path("uri")
                  .toString())
          .as("%s", route)
          .contains(":drawbridge-" + route.worker() + ":live");
    }
  }

  /** API Gateway has no "default" response: the import leaves it out with a warning. */
  @Test
  void every_response_of_an_imported_definition_has_a_status() {
    List<String> statuses =
        properties("AWS::ApiGateway::RestApi")
            .flatMap(api -> api.path("Body").findValues("responses").stream())
            // Beside those of the methods there are the named ones that they refer to.
            .flatMap(responses -> responses.properties().stream().map(Map.Entry::getKey))
            .toList();
    assertThat(statuses).contains("200").doesNotContain("default");
  }

  @Test
  void without_an_issuer_there_are_no_pages_and_nobody_is_told_an_address_of_them() {
    Map<String, Object> none = Map.of("issuer", "");
    assertThat(address(Synthesized.resources(FUNCTION, none)).asText()).isEmpty();
    assertThat(Synthesized.resources("AWS::ApiGateway::RestApi", none)).hasSize(1);
  }

  @Test
  void workers_are_told_the_address_of_the_pages() {
    assertThat(address(Synthesized.resources(FUNCTION)).toString())
        .contains(
            "https://{{resolve:ssm:/drawbridge/drawbridge-pages/id}}.execute-api.", "/live\"");
  }

  private static JsonNode address(Map<String, JsonNode> functions) {
    return functions.values().stream()
        .map(function -> function.path("Properties"))
        .filter(each -> each.path("FunctionName").asText().equals("drawbridge-RequestApproval"))
        .findFirst()
        .orElseThrow()
        .at("/Environment/Variables/DRAWBRIDGE_PAGES_URL");
  }
}
