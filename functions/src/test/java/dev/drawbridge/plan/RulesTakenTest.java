package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.RuleSeen;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTakenTest {
  @Test
  void ipv4_and_ipv6_are_counted_apart_and_a_group_in_both() {
    assertThat(of("10.0.0.0/8", "10.1.0.0/16", "2001:db8::/64", "sg-lb"))
        .isEqualTo(new RulesTaken(3, 2, 0));
    assertThat(of("10.0.0.0/8", "2001:db8::/64", "2001:db9::/64").most()).isEqualTo(2);
    assertThat(of("10.0.0.0/8").unknown()).isEmpty();
  }

  @Test
  void a_prefix_list_makes_the_figures_lower_bounds() {
    assertThat(of("10.0.0.0/8", "pl-1", "pl-2")).isEqualTo(new RulesTaken(3, 2, 2));
    assertThat(of("pl-1", "pl-2").unknown()).startsWith("2 of them name a prefix list");
  }

  @Test
  void rules_of_other_groups_do_not_count() {
    assertThat(RulesTaken.of("sg-other", List.of(rule("10.0.0.0/8"))).most()).isZero();
  }

  private static RulesTaken of(String... sources) {
    return RulesTaken.of("sg-db", Stream.of(sources).map(RulesTakenTest::rule).toList());
  }

  private static RuleSeen rule(String source) {
    return new RuleSeen("sg-db", "tcp", 443, 443, source, false);
  }
}
