package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedApiTest {
  private final JsonNode body =
      properties("AWS::ApiGateway::RestApi")
          .filter(api -> api.path("Name").asText().equals("drawbridge"))
          .findFirst()
          .orElseThrow()
          .path("Body");

  @Test
  void api_gateway_imports_the_older_version_of_the_document() {
    assertThat(body.path("openapi").asText()).startsWith("3.0");
  }

  @Test
  void every_route_leads_to_the_alias_of_its_worker() {
    for (ApiRoute route : Catalogue.routes()) {
      JsonNode integration =
          body.path("paths")
              .path(route.path())
              .path(route.method().toLowerCase(Locale.ROOT))
              .path("x-amazon-apigateway-integration");
      assertThat(integration.path("type").asText()).as("%s", route).isEqualTo("aws_proxy");
      assertThat(integration.path("uri").toString())
          .contains(":drawbridge-" + route.worker() + ":live");
    }
  }

  @Test
  void every_call_is_verified_by_iam() {
    assertThat(body.at("/components/securitySchemes/sigv4/x-amazon-apigateway-authtype").asText())
        .isEqualTo("awsSigv4");
    assertThat(body.has("security")).as("API Gateway ignores it at the root").isFalse();
    for (ApiRoute route : Catalogue.routes()) {
      assertThat(
              body.path("paths")
                  .path(route.path())
                  .path(route.method().toLowerCase(Locale.ROOT))
                  .path("security")
                  .toString())
          .as("%s", route)
          .isEqualTo("[{\"sigv4\":[]}]");
    }
  }

  @Test
  void the_resource_policy_admits_nobody_without_a_condition() {
    JsonNode statements = body.path("x-amazon-apigateway-policy").path("Statement");
    assertThat(statements)
        .hasSize(1)
        .allSatisfy(
            statement ->
                assertThat(statement.at("/Condition/StringEquals").fieldNames().next())
                    .isIn("aws:PrincipalOrgID", "aws:PrincipalAccount"));
  }

  @Test
  void the_gateways_own_answers_are_problem_documents() {
    JsonNode responses = body.path("x-amazon-apigateway-gateway-responses");
    assertThat(responses.fieldNames())
        .toIterable()
        .contains("DEFAULT_4XX", "DEFAULT_5XX", "INVALID_SIGNATURE", "REQUEST_TOO_LARGE");
    assertThat(responses)
        .allSatisfy(
            response ->
                assertThat(response.toString())
                    .contains("application/problem+json", "urn:drawbridge:problem:gateway"));
  }

  @Test
  void api_gateway_may_invoke_the_workers_of_both_apis_and_no_others() {
    long workers =
        Stream.concat(Catalogue.routes().stream(), Catalogue.pageRoutes().stream())
            .map(ApiRoute::worker)
            .distinct()
            .count();
    assertThat(
            properties("AWS::Lambda::Permission")
                .filter(p -> p.path("Principal").asText().equals("apigateway.amazonaws.com"))
                .filter(p -> p.has("SourceArn")))
        .hasSize((int) workers);
  }
}
