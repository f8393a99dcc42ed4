package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.refresh.RefreshName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final String CLUSTER = "arn:aws:rds:eu-central-1:111111111111:cluster:";

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "orders", "a-b-c-d-e-f-g-h", "ordersx-y", "x123456789012345678901234567890"})
  void a_name_fits_what_elastic_load_balancing_demands(String identifier) {
    assertThat(all(CLUSTER + identifier))
        .doesNotHaveDuplicates()
        .allSatisfy(
            name ->
                assertThat(name)
                    .hasSizeLessThanOrEqualTo(32)
                    .matches("drawbridge-[a-z0-9](-?[a-z0-9])*"));
  }

  @Test
  void long_identifiers_that_begin_alike_get_different_names() {
    String longest = CLUSTER + "x".repeat(62);
    assertThat(all(longest + "1")).doesNotContainAnyElementsOf(all(longest + "2"));
  }

  @Test
  void a_cluster_and_an_instance_of_one_identifier_get_different_names() {
    String instance = CLUSTER.replace("cluster", "db") + "orders";
    assertThat(all(CLUSTER + "orders")).doesNotContainAnyElementsOf(all(instance));
  }

  @Test
  void the_same_database_always_gets_the_same_names() {
    assertThat(all(CLUSTER + "orders")).isEqualTo(all(CLUSTER + "orders"));
  }

  @Test
  void runs_for_one_event_share_a_name_that_step_functions_takes() {
    String arn = CLUSTER + "o".repeat(63);
    String name = RefreshName.of(arn, "event RDS-EVENT-0071 1");
    assertThat(name).isEqualTo(RefreshName.of(arn, "event RDS-EVENT-0071 1")).hasSizeLessThan(81);
    assertThat(name).isNotEqualTo(RefreshName.of(arn, "event RDS-EVENT-0071 2"));
  }

  private static List<String> all(String arn) {
    return Stream.of(
            Names.loadBalancer(arn),
            Names.securityGroup(arn),
            Names.writerGroup(arn),
            Names.readerGroup(arn))
        .toList();
  }
}
