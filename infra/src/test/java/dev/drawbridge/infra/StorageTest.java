package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class StorageTest {
  private final JsonNode table = resources("AWS::DynamoDB::Table").values().iterator().next();
  private final JsonNode settings = table.get("Properties");

  @Test
  void the_table_has_the_keys_and_the_expiry_that_the_workers_write() {
    assertThat(settings.at("/KeySchema/0/AttributeName").asText()).isEqualTo("pk");
    assertThat(settings.at("/KeySchema/1/AttributeName").asText()).isEqualTo("sk");
    assertThat(settings.at("/TimeToLiveSpecification/AttributeName").asText())
        .isEqualTo("expiresAt");
  }

  @Test
  void the_table_is_encrypted_restorable_and_outlives_the_stack_unless_that_never_came_to_be() {
    assertThat(settings.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
    assertThat(
            settings.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    // A first deployment that fails takes it back; CloudFormation could not if it were protected.
    assertThat(settings.path("DeletionProtectionEnabled").asBoolean()).isFalse();
    assertThat(table.get("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
    assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  @Test
  void keys_rotate_and_outlive_what_they_encrypt() {
    assertThat(resources("AWS::KMS::Key").values())
        .hasSize(2)
        .allMatch(key -> key.at("/Properties/EnableKeyRotation").asBoolean())
        .allMatch(key -> key.get("DeletionPolicy").asText().equals("RetainExceptOnCreate"));
  }

  @Test
  void topics_are_encrypted() {
    assertThat(properties("AWS::SNS::Topic"))
        .hasSize(2)
        .allMatch(topic -> topic.has("KmsMasterKeyId"));
  }
}
