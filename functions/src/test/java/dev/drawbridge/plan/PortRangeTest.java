package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortRangeTest {
  @Test
  void adjacent_ports_become_one_range_in_whatever_order() {
    assertThat(PortRange.of(List.of(3307, 3306))).containsExactly(new PortRange(3306, 3307));
  }

  @Test
  void a_gap_divides_them() {
    assertThat(PortRange.of(List.of(5432, 5433, 5442, 5443, 5444)))
        .containsExactly(new PortRange(5432, 5433), new PortRange(5442, 5444));
  }

  @Test
  void a_port_given_twice_counts_once() {
    assertThat(PortRange.of(List.of(3306, 3306))).containsExactly(new PortRange(3306, 3306));
  }

  @Test
  void no_port_is_no_range() {
    assertThat(PortRange.of(List.of())).isEmpty();
  }
}
