package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.SomeDatabase;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AdmittanceTest {
  /** RDS shows no endpoint and port 0 for minutes (percona/pmm#955). */
  @Test
  void an_instance_that_is_being_created_lets_nobody_in_at_port_zero() {
    Database database = database(member("orders-1", 3306), member("orders-2", 0));
    assertThat(missing(database, false))
        .containsExactly(
            new IngressRule("sg-db", 3306, "sg-lb"), new IngressRule("sg-db", 3306, "10.0.0.7/32"));
  }

  @Test
  void a_replica_that_listens_elsewhere_is_let_in_there_too() {
    Database database = database(member("orders-1", 3306), member("orders-2", 3307));
    assertThat(missing(database, true))
        .containsExactly(
            new IngressRule("sg-db", 3306, "sg-lb"), new IngressRule("sg-db", 3307, "sg-lb"));
  }

  @Test
  void a_rule_in_any_group_of_a_member_is_enough_and_one_of_udp_is_not() {
    Admittance two = of(List.of(List.of("sg-a-shared", "sg-db")));
    assertThat(two.missing(List.of(rule("sg-db", "tcp", "sg-lb", true)))).isEmpty();
    assertThat(two.missing(List.of(rule("sg-db", "-1", "sg-lb", false)))).isEmpty();
    assertThat(two.missing(List.of(rule("sg-db", "udp", "sg-lb", true))))
        .as("and goes beside ours")
        .containsExactly(new IngressRule("sg-db", 3306, "sg-lb"));
    assertThat(two.missing(List.of(rule("sg-db", "udp", "sg-lb", false))))
        .containsExactly(new IngressRule("sg-a-shared", 3306, "sg-lb"));
  }

  @Test
  void members_lend_a_database_their_groups_and_without_them_its_first_ones_hold() {
    Member two = member("orders-1", 3306);
    assertThat(database(two).groupsOfMembers()).containsExactly(List.of("sg-db"));
    Member attached =
        new Member(
            "orders-1",
            "db-1",
            "o",
            3306,
            Role.WRITER,
            Serving.SERVES,
            "a",
            List.of("sg-1", "sg-2"));
    assertThat(database(attached, two).groupsOfMembers()).containsExactly(List.of("sg-1", "sg-2"));
  }

  @Test
  void a_group_of_one_member_is_not_enough_for_another() {
    Admittance members = of(List.of(List.of("sg-a-shared", "sg-db"), List.of("sg-other")));
    assertThat(members.missing(List.of(rule("sg-db", "tcp", "sg-lb", true))))
        .containsExactly(new IngressRule("sg-other", 3306, "sg-lb"));
  }

  @Test
  void somebodys_wider_block_is_no_finding_and_not_relied_on() {
    Admittance open =
        Admittance.of(database(member("orders-1", 3306)), "sg-lb", false, List.of("10.0.0.7"));
    List<RuleSeen> there =
        List.of(rule("sg-db", "tcp", "sg-lb", false), rule("sg-db", "tcp", "10.0.0.0/8", false));
    assertThat(open.missing(there)).isEmpty();
    assertThat(open.toAdd(there, there))
        .containsExactly(new IngressRule("sg-db", 3306, "10.0.0.7/32"));
  }

  @Test
  void what_goes_keeps_its_group_for_ours_and_lets_nobody_in() {
    List<RuleSeen> going = List.of(rule("sg-db", "udp", "sg-lb", true));
    Admittance two = of(List.of(List.of("sg-a-shared", "sg-db")));
    assertThat(two.wants(going.getFirst())).isFalse();
    assertThat(two.toAdd(going, List.of()))
        .containsExactly(new IngressRule("sg-db", 3306, "sg-lb"));
  }

  private static Admittance of(List<List<String>> groupsOfMembers) {
    return new Admittance(groupsOfMembers, new TreeSet<>(List.of(3306)), List.of("sg-lb"));
  }

  private static RuleSeen rule(String group, String protocol, String source, boolean ours) {
    return new RuleSeen(group, protocol, 3306, 3306, source, ours);
  }

  private static List<IngressRule> missing(Database database, boolean enforced) {
    return Admittance.of(database, "sg-lb", enforced, List.of("10.0.0.7")).missing(List.of());
  }

  private static Database database(Member... members) {
    return SomeDatabase.of(List.of(members), Instant.EPOCH);
  }

  private static Member member(String name, int port) {
    return new Member(name, "db-" + name, name, port, Role.READER, Serving.SERVES, "a");
  }
}
