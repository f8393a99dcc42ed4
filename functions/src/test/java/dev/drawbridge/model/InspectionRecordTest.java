package dev.drawbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionRecordTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final InspectionRecord FIRST = InspectionRecord.first("orders");
  private static final DatabaseShape SEEN = DatabaseShape.of(facts(5432, 5432, "sg-1", "subnet-1"));

  @Test
  void a_database_with_another_port_group_or_subnet_has_outgrown_its_path() {
    InspectionRecord held = FIRST.seeing(List.of(), null, SEEN);
    assertThat(held.outgrownBy(facts(5432, 5432, "sg-1", "subnet-1"))).isFalse();
    assertThat(held.outgrownBy(facts(5433, 5433, "sg-1", "subnet-1"))).isTrue();
    assertThat(held.outgrownBy(facts(5432, 5499, "sg-1", "subnet-1"))).isTrue();
    assertThat(held.outgrownBy(facts(5432, 5432, "sg-2", "subnet-1"))).isTrue();
    assertThat(held.outgrownBy(facts(5432, 5432, "sg-1", "subnet-2"))).isTrue();
  }

  @Test
  void a_group_that_is_attached_beside_others_is_no_reason_and_one_that_leaves_is() {
    DatabaseShape both = groups(List.of(List.of("sg-1", "sg-2")));
    assertThat(SEEN.covers(both)).isTrue();
    assertThat(both.covers(SEEN)).as("our rules may have stood in the one that left").isFalse();
    assertThat(SEEN.covers(groups(List.of(List.of("sg-1"), List.of("sg-2"))))).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway") // what an earlier release wrote lacks the field
  void what_an_earlier_release_saw_is_read_by_the_first_groups_that_it_kept() {
    DatabaseShape earlier =
        new DatabaseShape(List.of(5432), List.of("sg-1"), null, List.of("subnet-1"));
    assertThat(earlier).isEqualTo(SEEN);
  }

  private static DatabaseShape groups(List<List<String>> groupsOfMembers) {
    return new DatabaseShape(
        SEEN.ports(), SEEN.securityGroupIds(), groupsOfMembers, SEEN.subnetIds());
  }

  @Test
  void an_instance_that_rds_shows_no_port_of_and_what_nobody_has_seen_yet_are_no_reason() {
    assertThat(FIRST.seeing(List.of(), null, SEEN).outgrownBy(facts(5432, 0, "sg-1", "subnet-1")))
        .isFalse();
    assertThat(FIRST.outgrownBy(facts(5432, 5432, "sg-1", "subnet-1"))).isFalse();
  }

  @Test
  void a_look_is_made_due_sooner_and_never_later() {
    InspectionRecord noon = FIRST.dueAt(NOON);
    assertThat(noon.nextAt()).isEqualTo(Instant.EPOCH);
    InspectionRecord later =
        new InspectionRecord(
            "orders", 1, null, NOON, NOON, List.of(), List.of(), List.of(), null, SEEN, List.of(),
            List.of());
    assertThat(later.dueAt(NOON.minusSeconds(60)).nextAt()).isEqualTo(NOON.minusSeconds(60));
    assertThat(later.dueAt(NOON.plusSeconds(60)).nextAt()).isEqualTo(NOON);
  }

  private static DatabaseFacts facts(int port, int ofMember, String group, String subnet) {
    Member writer =
        new Member(
            "orders-1",
            "db-1",
            "orders-1.rds",
            ofMember,
            Role.WRITER,
            Serving.SERVES,
            "zone-a",
            List.of(group));
    return new DatabaseFacts(
        "orders",
        "orders",
        "cluster-1",
        null,
        "aurora-postgresql",
        "available",
        port,
        "writer",
        "reader",
        "vpc-0",
        List.of(subnet),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        List.of(),
        new DatabaseFacts.ParameterGroups(List.of(), List.of(), List.of()),
        new Topology.Cluster(List.of(writer)));
  }
}
