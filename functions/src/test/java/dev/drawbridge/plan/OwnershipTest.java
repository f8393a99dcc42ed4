package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipTest {
  private static final String ORDERS = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";

  static Stream<Map<String, String>> foreign() {
    return Stream.of(
        Map.of(),
        Map.of(Ownership.MANAGED, "true"),
        Map.of(Ownership.DATABASE, ORDERS),
        Map.of(Ownership.MANAGED, "false", Ownership.DATABASE, ORDERS),
        Map.of(Ownership.MANAGED, "true", Ownership.DATABASE, ORDERS + "2"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void without_both_tags_of_this_database_a_resource_is_not_ours(Map<String, String> tags) {
    assertThat(Ownership.owns(tags, ORDERS)).isFalse();
    assertThatThrownBy(() -> Ownership.require(tags, ORDERS, "target group drawbridge-orders"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("target group drawbridge-orders exists without the tags");
  }

  @Test
  void what_we_tag_is_ours_and_names_its_database() {
    Map<String, String> tags = Ownership.tags(ORDERS);
    assertThat(Ownership.owns(tags, ORDERS)).isTrue();
    assertThat(Ownership.databaseOf(tags)).contains(ORDERS);
    assertThat(Ownership.databaseOf(Map.of(Ownership.DATABASE, ORDERS))).isEmpty();
  }
}
