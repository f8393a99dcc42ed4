package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.runtime.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The user pool for whoever has no issuer, and that nobody has it unasked. */
class SignInPoolTest {
  static final Map<String, Object> SETTINGS =
      Map.of(
          "issuer", "",
          "userPool", "on",
          "approvers", "role/dba-approvers group:approvers",
          "operators", "role/dba group:owners");

  @Test
  void there_is_none_unless_somebody_wants_one() {
    assertThat(Synthesized.templates().toString()).doesNotContain("AWS::Cognito");
  }

  @Test
  void people_are_made_by_an_administrator_and_need_a_second_factor() {
    JsonNode pool = only("AWS::Cognito::UserPool");
    assertThat(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean()).isTrue();
    assertThat(pool.path("MfaConfiguration").asText()).isEqualTo("ON");
    assertThat(pool.path("EnabledMfas").toString()).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
    assertThat(pool.path("UsernameAttributes").toString()).isEqualTo("[\"email\"]");
    assertThat(pool.at("/UsernameConfiguration/CaseSensitive").asText("absent")).isEqualTo("false");
  }

  @Test
  void the_pages_are_its_one_client_public_and_by_code_only() {
    JsonNode client = only("AWS::Cognito::UserPoolClient");
    assertThat(client.path("GenerateSecret").asBoolean()).isFalse();
    assertThat(client.path("AllowedOAuthFlows").toString()).isEqualTo("[\"code\"]");
    assertThat(client.path("AllowedOAuthScopes").toString())
        .isEqualTo("[\"openid\",\"email\",\"profile\"]");
    assertThat(client.path("CallbackURLs")).hasSize(1);
    assertThat(client.path("CallbackURLs").toString()).contains("/signed-in\"");
  }

  @Test
  void the_client_may_write_every_attribute_that_the_pool_requires() {
    List<String> required =
        StreamSupport.stream(only("AWS::Cognito::UserPool").path("Schema").spliterator(), false)
            .filter(attribute -> attribute.path("Required").asBoolean())
            .map(attribute -> attribute.path("Name").asText())
            .toList();
    assertThat(required).contains("email");
    assertThat(only("AWS::Cognito::UserPoolClient").path("WriteAttributes"))
        .extracting(JsonNode::asText)
        .containsAll(required);
  }

  @Test
  void people_cannot_set_their_own_address() {
    JsonNode client = only("AWS::Cognito::UserPoolClient");
    // Not absent: Cognito then allows SRP, whose access token has aws.cognito.signin.user.admin,
    // and UpdateUserAttributes asks for nothing else.
    assertThat(client.path("ExplicitAuthFlows").toString())
        .isEqualTo("[\"ALLOW_REFRESH_TOKEN_AUTH\"]");
    assertThat(client.path("WriteAttributes").toString()).isEqualTo("[\"email\",\"name\"]");
    assertThat(client.path("AllowedOAuthScopes"))
        .extracting(JsonNode::asText)
        .isNotEmpty()
        .doesNotContain("aws.cognito.signin.user.admin");
  }

  @Test
  void a_changed_address_counts_once_it_is_verified() {
    JsonNode pool = only("AWS::Cognito::UserPool");
    assertThat(pool.at("/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate"))
        .extracting(JsonNode::asText)
        .containsExactly("email");
    // Cognito verifies what it is told to verify.
    assertThat(pool.path("AutoVerifiedAttributes")).extracting(JsonNode::asText).contains("email");
  }

  @Test
  void it_has_the_groups_that_the_lists_of_people_name() {
    assertThat(Synthesized.resources("AWS::Cognito::UserPoolGroup", SETTINGS).values())
        .extracting(group -> group.at("/Properties/GroupName").asText())
        .containsExactlyInAnyOrder("approvers", "owners");
  }

  @Test
  void the_workers_verify_its_tokens_for_its_client() {
    JsonNode variables =
        Synthesized.resources("AWS::Lambda::Function", SETTINGS).values().stream()
            .map(each -> each.path("Properties"))
            .filter(each -> each.path("FunctionName").asText().endsWith("-CompleteSignIn"))
            .findFirst()
            .orElseThrow()
            .at("/Environment/Variables");
    assertThat(variables.path(Settings.ISSUER).toString())
        .contains("https://cognito-idp.", "/{{resolve:ssm:/drawbridge/user-pool/id}}");
    assertThat(variables.path(Settings.CLIENT_ID).asText())
        .isEqualTo("{{resolve:ssm:/drawbridge/user-pool/client}}");
    assertThat(Synthesized.resources("AWS::SSM::Parameter", SETTINGS).values())
        .extracting(each -> each.at("/Properties/Name").asText())
        .contains("/drawbridge/user-pool/id", "/drawbridge/user-pool/client");
  }

  @Test
  void its_people_outlive_the_stack() {
    JsonNode pool =
        Objects.requireNonNull(
            Synthesized.resources("AWS::Cognito::UserPool", SETTINGS).values().iterator().next());
    assertThat(pool.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
  }

  private static JsonNode only(String type) {
    assertThat(Synthesized.resources(type, SETTINGS)).hasSize(1);
    return Synthesized.resources(type, SETTINGS).values().iterator().next().path("Properties");
  }
}
