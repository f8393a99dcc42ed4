package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.plan.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewedServicesTest {
  private static final String ORDERS = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String SHOP = "arn:aws:rds:eu-central-1:111111111111:db:shop";
  private static final String ANOTHERS = "arn:aws:rds:eu-central-1:999999999999:db:shop";

  private final ReviewedServices services =
      new ReviewedServices(
          Map.of(
              "vpce-svc-1", Ownership.tags(ORDERS),
              "vpce-svc-2", Map.of(),
              "vpce-svc-3", Ownership.tags("a b"),
              "vpce-svc-4", Ownership.tags(ANOTHERS)),
          "111111111111");

  @Test
  void databases_come_from_tags_and_from_our_own_record() {
    assertThat(services.databases(List.of(SHOP, "junk"))).containsExactly(ORDERS, SHOP);
  }

  @Test
  void tags_that_name_no_database_of_the_account_are_named() {
    assertThat(services.strange())
        .hasSize(2)
        .anyMatch(line -> line.contains("vpce-svc-3") && line.contains("a b"))
        .anyMatch(line -> line.contains("vpce-svc-4"));
  }

  @Test
  void a_service_on_record_is_reviewed_without_tags_and_named() {
    Set<String> recorded = Set.of("vpce-svc-2", "vpce-svc-9");
    assertThat(services.of(ORDERS, recorded)).containsExactlyInAnyOrder("vpce-svc-1", "vpce-svc-2");
    assertThat(services.untagged(ORDERS, recorded))
        .singleElement()
        .asString()
        .contains("vpce-svc-2", "lacks our tags");
  }
}
