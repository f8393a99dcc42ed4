package dev.drawbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSeenTest {
  @ParameterizedTest
  @CsvSource({
    "tcp, 3306, 3307, true",
    "6, 3306, 3307, true",
    "tcp, 0, 65535, true",
    "-1, -1, -1, true",
    "tcp, 3306, 3306, false",
    "tcp, -1, -1, false",
    "udp, 3306, 3307, false",
    "17, 0, 65535, false",
    "icmp, -1, -1, false",
    "icmp, 3306, 3307, false",
    "58, -1, -1, false",
    "50, -1, -1, false",
    "'', -1, -1, false"
  })
  void tcp_passes_by_rules_of_tcp_and_of_all_protocols_only(
      String protocol, int from, int to, boolean passes) {
    assertThat(rule(protocol, from, to, "sg-lb").passes(3306, 3307)).isEqualTo(passes);
  }

  @Test
  void a_rule_of_udp_says_nothing_that_we_want() {
    IngressRule wanted = new IngressRule("sg-db", 3306, "sg-lb");
    assertThat(rule("tcp", 3306, 3306, "sg-lb").says(wanted)).isTrue();
    assertThat(rule("udp", 3306, 3306, "sg-lb").says(wanted)).isFalse();
    assertThat(rule("tcp", 3306, 3400, "sg-lb").says(wanted)).isFalse();
  }

  @Test
  void a_block_of_ipv6_is_none_of_ipv4() {
    assertThat(rule("tcp", 1, 1, "2001:db8::/64").ofAddresses()).isFalse();
    assertThat(rule("tcp", 1, 1, "2001:db8::/64").ofIpv6()).isTrue();
    assertThat(rule("tcp", 1, 1, "10.0.0.0/8").ofAddresses()).isTrue();
    assertThat(rule("tcp", 1, 1, "pl-1").ofPrefixList()).isTrue();
  }

  private static RuleSeen rule(String protocol, int from, int to, String source) {
    return new RuleSeen("sg-db", protocol, from, to, source, true);
  }
}
