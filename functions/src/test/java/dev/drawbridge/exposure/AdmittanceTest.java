package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.SomeDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmittanceTest {
  /** RDS shows no endpoint and port 0 for minutes (percona/pmm#955). */
  @Test
  void an_instance_that_is_being_created_lets_nobody_in_at_port_zero() {
    Database database = database(member("orders-1", 3306), member("orders-2", 0));
    assertThat(Admittance.rules(database, "sg-lb", false, List.of("10.0.0.7")))
        .containsExactly(
            new IngressRule("sg-db", 3306, "sg-lb"), new IngressRule("sg-db", 3306, "10.0.0.7/32"));
  }

  @Test
  void a_replica_that_listens_elsewhere_is_let_in_there_too() {
    Database database = database(member("orders-1", 3306), member("orders-2", 3307));
    assertThat(Admittance.rules(database, "sg-lb", true, List.of("10.0.0.7")))
        .containsExactly(
            new IngressRule("sg-db", 3306, "sg-lb"), new IngressRule("sg-db", 3307, "sg-lb"));
  }

  private static Database database(Member... members) {
    return SomeDatabase.of(List.of(members), Instant.EPOCH);
  }

  private static Member member(String name, int port) {
    return new Member(name, "db-" + name, name, port, Role.READER, Serving.SERVES, "a");
  }
}
