package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnInstancesTest {
  private static final String PREFIX = "arn:aws:rds:eu-central-1:111111111111:cluster:";
  private static final String ARN = PREFIX + "orders";
  private static final Exposure ORDERS =
      Exposure.first(ARN)
          .of("db-orders")
          .with(
              new Exposure.Registered(
                  PREFIX + "orders-before",
                  List.of("orders-1"),
                  null,
                  List.of(),
                  List.of(),
                  List.of()));

  private static final NamedInstance BY_RESOURCE_ID = instance("any", "db-orders", "");
  private static final NamedInstance BY_IDENTIFIER =
      instance("orders-1", "db-1", PREFIX + "orders-next");
  private static final NamedInstance BY_CLUSTER = instance("orders-9", "db-9", ARN);
  private static final NamedInstance BY_FORMER_NAME =
      instance("orders-9", "db-9", PREFIX + "orders-before");
  private static final NamedInstance ANOTHER = instance("pay-1", "db-7", PREFIX + "payroll");

  @ParameterizedTest
  @EnumSource(names = {"ABSENT", "MOVED"})
  void what_is_on_record_is_its_own_while_rds_says_nothing_of_it_or_has_moved_it(
      Standing standing) {
    OwnInstances own = OwnInstances.of(ORDERS, standing);
    assertThat(List.of(BY_RESOURCE_ID, BY_IDENTIFIER, BY_CLUSTER, BY_FORMER_NAME))
        .allMatch(own::has);
    assertThat(own.has(ANOTHER)).isFalse();
  }

  @Test
  void one_that_nothing_is_on_record_of_has_what_bears_its_name() {
    OwnInstances own = OwnInstances.of(Exposure.first(ARN), Standing.ABSENT);
    assertThat(own.has(BY_CLUSTER)).isTrue();
    assertThat(own.has(BY_IDENTIFIER)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLACED", "EMPTY", "SUCCESSOR_GONE"})
  void names_are_nobodys_once_rds_says_what_has_become_of_the_database(Standing standing) {
    OwnInstances own = OwnInstances.of(ORDERS, standing);
    assertThat(List.of(BY_IDENTIFIER, BY_CLUSTER, BY_FORMER_NAME, ANOTHER)).noneMatch(own::has);
  }

  @Test
  void the_resource_id_is_its_own_but_not_that_of_what_was_before_a_switchover() {
    assertThat(OwnInstances.of(ORDERS, Standing.REPLACED).has(BY_RESOURCE_ID)).isTrue();
    assertThat(OwnInstances.of(ORDERS, Standing.SUCCESSOR_GONE).has(BY_RESOURCE_ID)).isFalse();
  }

  private static NamedInstance instance(String identifier, String resourceId, String partOf) {
    return new NamedInstance(identifier, resourceId, partOf, identifier, "vpc-a");
  }
}
