package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.each;
import static dev.drawbridge.infra.Synthesized.properties;
import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"AWS::IAM::Role", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy"})
  void no_allowed_action_has_a_wildcard(String type) {
    assertThat(allowed(type).flatMap(s -> each(s.get("Action"))).map(JsonNode::asText))
        .isNotEmpty()
        .noneMatch(action -> action.contains("*"));
  }

  @Test
  void no_resource_policy_lets_just_anybody_in() {
    Stream<JsonNode> statements =
        Stream.concat(
            Stream.of("AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy")
                .flatMap(PolicyTest::allowed),
            properties("AWS::KMS::Key").flatMap(key -> each(key.at("/KeyPolicy/Statement"))));
    assertThat(statements.map(s -> s.get("Principal").toString()))
        .isNotEmpty()
        .noneMatch(principal -> principal.contains("\"*\""));
  }

  @Test
  void roles_are_assumed_by_services_and_carry_no_managed_policy() {
    assertThat(properties("AWS::IAM::Role"))
        .allMatch(role -> !role.has("ManagedPolicyArns"))
        .allMatch(
            role -> role.at("/AssumeRolePolicyDocument/Statement/0/Principal").has("Service"));
  }

  @Test
  void private_link_publishes_notices_only_for_our_own_endpoint_services() {
    assertThat(privateLink(allowed("AWS::SNS::TopicPolicy")))
        .singleElement()
        .satisfies(PolicyTest::isConfined)
        .satisfies(s -> assertThat(s.get("Action").asText()).isEqualTo("sns:Publish"));
  }

  @Test
  void private_link_may_use_the_topics_key_and_no_other() {
    assertThat(resources("AWS::KMS::Key").entrySet())
        .filteredOn(key -> key.getValue().toString().contains("vpce.amazonaws.com"))
        .singleElement()
        .satisfies(key -> assertThat(key.getKey()).startsWith("TopicKey"))
        .satisfies(
            key ->
                assertThat(privateLink(each(key.getValue().at("/Properties/KeyPolicy/Statement"))))
                    .singleElement()
                    .satisfies(PolicyTest::isConfined));
  }

  @Test
  void the_drift_check_invokes_what_it_keeps_warm_and_nothing_else() {
    assertThat(
            allowed("AWS::IAM::Role")
                .filter(s -> s.get("Action").toString().contains("lambda:InvokeFunction"))
                .map(s -> s.get("Resource").toString())
                .filter(resources -> resources.contains("function:drawbridge-TriggerRefresh:live")))
        .singleElement()
        .satisfies(
            resources ->
                assertThat(resources.split("function:drawbridge-", -1))
                    .hasSize(Catalogue.keptAlive().size() + 1));
  }

  private static void isConfined(JsonNode statement) {
    assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").toString())
        .contains("AWS::AccountId");
    assertThat(statement.at("/Condition/ArnLike/aws:SourceArn").toString())
        .contains("vpc-endpoint-service/*");
  }

  private static List<JsonNode> privateLink(Stream<JsonNode> statements) {
    return statements
        .filter(s -> s.at("/Principal/Service").asText().equals("vpce.amazonaws.com"))
        .toList();
  }

  private static Stream<JsonNode> allowed(String type) {
    Stream<JsonNode> statements =
        type.equals("AWS::IAM::Role")
            ? Synthesized.grants()
            : properties(type).flatMap(policy -> each(policy.at("/PolicyDocument/Statement")));
    return statements.filter(statement -> statement.get("Effect").asText().equals("Allow"));
  }
}
