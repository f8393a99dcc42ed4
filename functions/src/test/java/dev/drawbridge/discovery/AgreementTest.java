package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.discovery.Agreement.Agreed;
import dev.drawbridge.discovery.Agreement.Disagreed;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Subnet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementTest {
  private static final List<Subnet> SUBNETS =
      List.of(
          new Subnet("subnet-a", "zone-a", "10.0.1.0/24", "zone-id"),
          new Subnet("subnet-b", "zone-b", "10.0.2.0/25", "zone-id"));
  private static final Member IN_ZONE_A = Truths.writer("one");

  @Test
  void an_address_in_the_instances_zone_agrees() {
    assertThat(Agreement.of(IN_ZONE_A, List.of("10.0.1.7"), SUBNETS))
        .isEqualTo(new Agreed("10.0.1.7"));
  }

  static Stream<Arguments> disagreements() {
    return Stream.of(
        Arguments.of(List.of(), "does not resolve"),
        Arguments.of(List.of("10.0.1.7", "10.0.1.8"), "one address is expected"),
        Arguments.of(List.of("10.0.2.7"), "in zone zone-b; RDS says that one is in zone-a"),
        Arguments.of(List.of("10.0.2.128"), "outside the subnets of its VPC"),
        Arguments.of(List.of("203.0.113.9"), "outside the subnets of its VPC"));
  }

  @ParameterizedTest
  @MethodSource("disagreements")
  void anything_else_disagrees_and_says_why(List<String> addresses, String reason) {
    Agreement agreement = Agreement.of(IN_ZONE_A, addresses, SUBNETS);
    assertThat(agreement).isInstanceOf(Disagreed.class);
    assertThat(((Disagreed) agreement).reason()).contains("one.rds", reason);
  }
}
