package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an account asks of everything in it is what every resource gets. */
class LandingZoneTest {
  private static final String KEY =
      "arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-0000-0000-00000000000";

  private static final Map<String, Object> ZONE =
      Map.of(
          "permissionsBoundary", "platform-boundary",
          "rolePath", "/platform/drawbridge/",
          "tags", "owner=dba,cost-center=4711",
          "tokenKey", KEY + "1",
          "topicKey", KEY + "2",
          "deletionProtection", "on",
          "mails", "dba@example.com,oncall@example.com",
          "slack", "T0AAAAAAA/C0AAAAAAA");

  @Test
  void no_role_exceeds_the_boundary_or_leaves_the_path() {
    Map<String, JsonNode> roles = Synthesized.resources("AWS::IAM::Role", ZONE);
    assertThat(roles.keySet()).anyMatch(id -> id.startsWith("SlackRole"));
    assertThat(roles.values())
        .allMatch(
            role ->
                role.at("/Properties/PermissionsBoundary")
                    .toString()
                    .contains(":policy/platform-boundary"))
        .allMatch(role -> role.at("/Properties/Path").asText().equals("/platform/drawbridge/"));
  }

  @Test
  void what_can_bear_tags_bears_those_of_the_landing_zone() {
    for (String type :
        new String[] {"AWS::Lambda::Function", "AWS::IAM::Role", "AWS::SNS::Topic"}) {
      assertThat(Synthesized.resources(type, ZONE).values())
          .as(type)
          .isNotEmpty()
          .allMatch(each -> each.at("/Properties/Tags").toString().contains("4711"));
    }
  }

  @Test
  void existing_keys_are_used_and_none_is_made() {
    assertThat(Synthesized.resources("AWS::KMS::Key", ZONE)).isEmpty();
    assertThat(Synthesized.resources("AWS::SNS::Topic", ZONE).values())
        .allMatch(topic -> topic.at("/Properties/KmsMasterKeyId").toString().contains(KEY + "2"));
    assertThat(Synthesized.resources("AWS::Lambda::Function", ZONE).toString())
        .contains("\"DRAWBRIDGE_KEY_ARN\":\"" + KEY + "1\"");
    assertThat(Synthesized.resources("AWS::IAM::Role", ZONE).toString())
        .contains(KEY + "1", KEY + "2");
  }

  @Test
  void every_address_is_subscribed_to_the_topic_for_people() {
    assertThat(Synthesized.resources("AWS::SNS::Subscription", ZONE).values())
        .filteredOn(each -> each.at("/Properties/Protocol").asText().equals("email"))
        .hasSize(2)
        .allMatch(each -> each.at("/Properties/TopicArn").toString().contains("PeopleTopic"));
  }

  @Test
  void a_channel_of_slack_gets_the_topic_and_may_call_nothing() {
    assertThat(Synthesized.resources("AWS::Chatbot::SlackChannelConfiguration", ZONE).values())
        .singleElement()
        .satisfies(
            channel ->
                assertThat(channel.toString())
                    .contains(":drawbridge-people", "T0AAAAAAA", "AWSDenyAll"));
  }

  @Test
  void deletion_protection_is_on_only_when_it_is_asked_for() {
    assertThat(protection(Synthesized.resources("AWS::DynamoDB::Table", ZONE))).isTrue();
    assertThat(protection(Synthesized.resources("AWS::DynamoDB::Table"))).isFalse();
  }

  private static boolean protection(Map<String, JsonNode> tables) {
    return tables
        .values()
        .iterator()
        .next()
        .at("/Properties/DeletionProtectionEnabled")
        .asBoolean();
  }
}
