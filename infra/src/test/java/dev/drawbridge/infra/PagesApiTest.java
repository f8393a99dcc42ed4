package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PagesApiTest {
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

  @Test
  void without_an_issuer_nobody_is_told_an_address_of_pages() {
    JsonNode variables =
        properties("AWS::Lambda::Function")
            .filter(
                function ->
                    function.path("FunctionName").asText().equals("drawbridge-RequestApproval"))
            .findFirst()
            .orElseThrow()
            .at("/Environment/Variables/DRAWBRIDGE_PAGES_URL/Fn::If");
    assertThat(variables.path(0).asText()).isEqualTo("HasPages");
    assertThat(variables.path(1).toString()).contains(".execute-api.", "/live\"");
    assertThat(variables.path(2).asText()).isEmpty();
    assertThat(Synthesized.section("Conditions").path("HasPages").toString())
        .contains("\"Ref\":\"Issuer\"");
  }

  @Test
  void an_issuer_has_to_be_reached_over_tls() {
    String pattern =
        Synthesized.section("Parameters").path("Issuer").path("AllowedPattern").asText();
    assertThat("").matches(pattern);
    assertThat("https://login.example.com/realms/db").matches(pattern);
    assertThat("http://login.example.com").doesNotMatch(pattern);
  }
}
