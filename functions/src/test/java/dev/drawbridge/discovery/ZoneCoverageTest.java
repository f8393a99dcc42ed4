package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.RouteTable;
import dev.drawbridge.model.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneCoverageTest {
  private static final Subnet A = new Subnet("subnet-a", "zone-a", "10.0.1.0/24", "zone-id");
  private static final Subnet B = new Subnet("subnet-b", "zone-b", "10.0.2.0/24", "zone-id");
  private static final Subnet OTHER_B = new Subnet("subnet-b2", "zone-b", "10.0.3.0/24", "zone-id");
  private static final Subnet UNRELATED =
      new Subnet("subnet-c", "zone-c", "10.0.4.0/24", "zone-id");
  private static final List<Subnet> ALL = List.of(OTHER_B, UNRELATED, A, B);
  private static final List<String> OF_DATABASE = List.of("subnet-a", "subnet-b");
  private static final RouteTable CLOSED_MAIN = new RouteTable(true, List.of(), false);

  @Test
  void every_zone_of_the_subnet_group_gets_one_of_its_own_subnets() {
    assertThat(ZoneCoverage.choose("orders", ALL, OF_DATABASE, List.of(CLOSED_MAIN), false))
        .containsExactly("subnet-a", "subnet-b");
  }

  @Test
  void a_public_subnet_is_passed_over_for_a_private_one_of_its_zone() {
    List<RouteTable> routes =
        List.of(CLOSED_MAIN, new RouteTable(false, List.of("subnet-b"), true));
    assertThat(ZoneCoverage.choose("orders", ALL, OF_DATABASE, routes, false))
        .containsExactly("subnet-a", "subnet-b2");
  }

  @Test
  void a_subnet_without_a_table_of_its_own_follows_the_main_table() {
    List<RouteTable> routes =
        List.of(
            new RouteTable(true, List.of(), true),
            new RouteTable(false, List.of("subnet-a", "subnet-b2"), false));
    assertThat(ZoneCoverage.choose("orders", ALL, OF_DATABASE, routes, false))
        .containsExactly("subnet-a", "subnet-b2");
  }

  @Test
  void a_zone_without_a_private_subnet_is_refused_by_name() {
    List<RouteTable> routes = List.of(new RouteTable(true, List.of(), true));
    assertThatThrownBy(() -> ZoneCoverage.choose("orders", ALL, OF_DATABASE, routes, false))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContainingAll("'orders'", "zone-a");
  }

  @Test
  void of_a_path_that_stands_it_is_left_out() {
    List<RouteTable> routes =
        List.of(CLOSED_MAIN, new RouteTable(false, List.of("subnet-b", "subnet-b2"), true));
    assertThat(ZoneCoverage.choose("orders", ALL, OF_DATABASE, routes, true))
        .containsExactly("subnet-a");
  }

  @Test
  void a_subnet_group_outside_the_vpc_is_refused() {
    assertThatThrownBy(
            () -> ZoneCoverage.choose("orders", ALL, List.of("subnet-x"), List.of(), false))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("no subnet in its VPC");
  }
}
