package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Member;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherInstancesTest {
  private static final Target TARGET = new Target("10.0.0.1", 5432);

  private final List<String> asked = new ArrayList<>();

  @Test
  void an_address_that_the_name_of_another_instance_leads_to_is_anothers() {
    assertThat(
            all(here("orders", "10.0.0.9"), here("payroll", "10.0.0.1")).among(orders(), OWN, null))
        .containsExactly(TARGET);
    assertThat(
            all(here("orders", "10.0.0.9"), here("payroll", "10.0.0.2")).among(orders(), OWN, null))
        .isEmpty();
  }

  @Test
  void the_own_name_accuses_nobody() {
    assertThat(all(here("orders", "10.0.0.1")).among(orders(), OWN, null)).isEmpty();
  }

  @Test
  void the_same_address_in_another_vpc_is_another_host() {
    assertThat(
            all(here("orders", "10.0.0.9"), there("payroll", "10.0.0.1"))
                .among(orders(), OWN, null))
        .isEmpty();
  }

  @Test
  void of_a_database_that_is_gone_nobody_knows_the_vpc_and_all_count() {
    assertThat(all(there("payroll", "10.0.0.1")).among(orders(), OWN, null))
        .containsExactly(TARGET);
  }

  @Test
  void names_are_looked_up_once_and_not_before_somebody_is_suspected() {
    OtherInstances others = all(here("orders", "10.0.0.9"), here("payroll", "10.0.0.1"));
    assertThat(others.among(List.of(), OWN, null)).isEmpty();
    assertThat(asked).isEmpty();
    others.among(orders(), OWN, null);
    others.among(orders(), OWN, null);
    assertThat(asked).containsExactly("10.0.0.1");
  }

  @Test
  void while_one_of_the_own_is_not_known_nobody_is_anothers() {
    OwnInstances own = OwnInstances.of(CLUSTER, List.of(member("orders"), member("")));
    assertThat(
            all(here("orders", "10.0.0.9"), here("payroll", "10.0.0.1")).among(orders(), own, null))
        .isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void an_instance_that_rds_calls_a_part_of_the_database_accuses_nobody() {
    NamedInstance unlisted = new NamedInstance("orders-2", "db-2", CLUSTER, "10.0.0.1", "vpc-a");
    assertThat(all(here("orders", "10.0.0.9"), unlisted).among(orders(), OWN, null)).isEmpty();
  }

  @Test
  void a_part_in_another_vpc_leaves_the_databases_own_as_it_is() {
    NamedInstance beyond = new NamedInstance("orders-2", "db-2", CLUSTER, "10.0.0.1", "vpc-b");
    assertThat(
            all(here("orders", "10.0.0.9"), beyond, there("payroll", "10.0.0.1"))
                .among(orders(), OWN, null))
        .isEmpty();
  }

  @Test
  void where_the_groups_are_counts_more_than_where_the_database_has_gone() {
    OtherInstances all = all(there("orders", "10.0.0.9"), here("payroll", "10.0.0.1"));
    assertThat(all.among(orders(), OWN, "vpc-a")).containsExactly(TARGET);
    assertThat(all.among(orders(), OWN, "vpc-b")).isEmpty();
  }

  private static final String CLUSTER = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final OwnInstances OWN = OwnInstances.of(CLUSTER, List.of(member("orders")));

  private static Member member(String resourceId) {
    return new Member("orders-1", resourceId, "", 5432, Role.WRITER, Serving.SERVES, "zone-a");
  }

  private static List<Target> orders() {
    return List.of(TARGET);
  }

  private OtherInstances all(NamedInstance... instances) {
    return new OtherInstances(
        List.of(instances),
        name -> {
          asked.add(name);
          return List.of(name);
        });
  }

  /** The name of an instance is its address. */
  private static NamedInstance here(String resourceId, String name) {
    return new NamedInstance(resourceId, resourceId, "", name, "vpc-a");
  }

  private static NamedInstance there(String resourceId, String name) {
    return new NamedInstance(resourceId, resourceId, "", name, "vpc-b");
  }
}
