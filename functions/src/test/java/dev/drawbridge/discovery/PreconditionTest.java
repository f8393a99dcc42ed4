package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused before anything is made for it. */
class PreconditionTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final DatabaseFacts SOUND = Truths.cluster(ARN, "cluster-1", "aurora-postgresql");

  @Test
  void a_database_without_a_vpc_is_refused_as_such() {
    assertThatThrownBy(() -> Preflight.check(facts("", List.of()), false))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContainingAll("'orders'", "no VPC", "express configuration");
    assertThatCode(() -> Preflight.check(SOUND, false)).doesNotThrowAnyException();
  }

  @Test
  void a_database_whose_names_have_no_ipv4_address_is_refused_with_its_network_type() {
    DatabaseFacts six = facts("vpc-0", List.of("orders-1 is of IPV6"));
    assertThatThrownBy(() -> Preflight.check(six, false))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContainingAll("orders-1 is of IPV6", "DUAL");
  }

  private static DatabaseFacts facts(String vpcId, List<String> withoutIpv4) {
    return Truths.cluster(
        ARN, "cluster-1", "aurora-postgresql", vpcId, List.of(), withoutIpv4, List.of());
  }
}
