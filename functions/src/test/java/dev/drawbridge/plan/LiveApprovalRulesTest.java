package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveApprovalRulesTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final List<Integer> PORTS = List.of(3306, 3307);
  private static final OnboardingKey FIRST = key("222222222222:root");
  private static final OnboardingKey SECOND = key("333333333333:root");

  @Test
  void a_block_takes_one_rule_for_adjacent_ports() {
    assertThat(LiveApprovalRules.of(List.of(live(FIRST, "vpce-1", "10.2.0.0/16")), PORTS))
        .containsExactly(new ConsumerRule(new PortRange(3306, 3307), "10.2.0.0/16"));
  }

  @Test
  void two_consumers_with_one_block_share_its_rule() {
    assertThat(
            LiveApprovalRules.of(
                List.of(
                    live(FIRST, "vpce-1", "10.2.0.0/16"), live(SECOND, "vpce-2", "10.2.0.0/16")),
                PORTS))
        .hasSize(1);
  }

  @Test
  void two_spellings_of_a_block_are_one_rule_and_what_is_no_block_is_none() {
    assertThat(
            LiveApprovalRules.of(
                List.of(
                    live(FIRST, "vpce-1", "10.2.0.0/16", "10.002.0.0/16", "perhaps"),
                    live(SECOND, "vpce-2", "10.2.0.7/16", "10.300.0.0/16", "10.2.0.0/33")),
                PORTS))
        .extracting(ConsumerRule::cidr)
        .containsExactly("10.2.0.0/16");
  }

  @Test
  void a_rule_stays_as_long_as_somebody_needs_it() {
    List<LiveApproval> both =
        List.of(
            live(FIRST, "vpce-1", "10.2.0.0/16", "10.3.0.0/16"),
            live(SECOND, "vpce-2", "10.2.0.0/16"));

    assertThat(LiveApprovalRules.after(FIRST, both, PORTS))
        .extracting(ConsumerRule::cidr)
        .containsExactly("10.2.0.0/16");
    assertThat(LiveApprovalRules.after(SECOND, both, PORTS))
        .extracting(ConsumerRule::cidr)
        .containsExactly("10.2.0.0/16", "10.3.0.0/16");
  }

  @Test
  void a_role_that_leaves_takes_nothing_from_its_account() {
    OnboardingKey role = key("222222222222:role/etl");

    assertThat(
            LiveApprovalRules.after(
                role,
                List.of(live(FIRST, "vpce-1", "10.2.0.0/16"), live(role, "vpce-2", "10.2.0.0/16")),
                PORTS))
        .hasSize(1);
  }

  @Test
  void a_block_within_another_has_a_rule_of_its_own_that_outlives_the_wider_one() {
    List<LiveApproval> both =
        List.of(live(FIRST, "vpce-1", "10.2.0.0/16"), live(SECOND, "vpce-2", "10.2.7.0/24"));

    assertThat(LiveApprovalRules.after(FIRST, both, PORTS))
        .extracting(ConsumerRule::cidr)
        .containsExactly("10.2.7.0/24");
  }

  @Test
  void an_approval_without_enforcement_needs_no_rule() {
    assertThat(LiveApprovalRules.of(List.of(live(FIRST, "vpce-1")), PORTS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_yes_is_in_force_while_its_endpoint_may_carry_traffic(ConnectionState state) {
    List<LiveApproval> live = List.of(live(FIRST, "vpce-1"), live(SECOND, "vpce-2"));
    List<Connection> there =
        List.of(
            new Connection(
                "vpce-svc-1",
                "vpce-1",
                "222222222222",
                state,
                "eu-central-1",
                Instant.EPOCH,
                List.of()));

    boolean gone =
        EnumSet.of(
                ConnectionState.DELETING,
                ConnectionState.DELETED,
                ConnectionState.REJECTED,
                ConnectionState.FAILED,
                ConnectionState.EXPIRED)
            .contains(state);
    assertThat(LiveApprovalRules.inForce(live, there))
        .as("vpce-2 is listed no more")
        .isEqualTo(gone ? List.of() : live.subList(0, 1));
  }

  @Test
  void a_yes_covers_the_same_and_less_and_nothing_else() {
    ApprovalSubject approved = live(FIRST, "vpce-1", "10.2.0.0/16", "10.4.0.0/24").subject();

    assertThat(LiveApprovalRules.covers(approved, approved)).isTrue();
    assertThat(covers(approved, FIRST, "vpce-1", "10.2.7.0/24", "10.4.0.128/25")).isTrue();
    assertThat(covers(approved, FIRST, "vpce-1", "10.2.7.0/24", "10.4.1.0/24")).isFalse();
    assertThat(covers(approved, FIRST, "vpce-1", "10.0.0.0/8")).isFalse();
    assertThat(covers(approved, FIRST, "vpce-1")).as("enforcement dropped").isFalse();
    assertThat(covers(approved, FIRST, "vpce-2", "10.2.0.0/16")).as("another endpoint").isFalse();
    assertThat(covers(approved, SECOND, "vpce-1", "10.2.0.0/16")).as("another consumer").isFalse();
  }

  @Test
  void a_yes_without_enforcement_covers_no_addresses_of_one_with_it() {
    ApprovalSubject off = live(FIRST, "vpce-1").subject();

    assertThat(covers(off, FIRST, "vpce-1", "10.2.0.0/16")).isFalse();
    assertThat(covers(off, FIRST, "vpce-1")).as("without enforcement still").isTrue();
    ApprovalSubject on = live(FIRST, "vpce-1", "10.2.0.0/16").subject();
    assertThat(LiveApprovalRules.cutsNobody(on, off)).isTrue();
    assertThat(LiveApprovalRules.cutsNobody(off, on)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "reports, 2027-01-31, true",
    "reports, 2027-01-30, true",
    "reports, 2027-02-01, false",
    "reports, '', false",
    "another, 2027-01-31, false",
  })
  void a_later_day_or_another_purpose_is_more_than_was_approved(
      String purpose, String lastDay, boolean covered) {
    ApprovalSubject approved = live(FIRST, "vpce-1").subject();
    ApprovalSubject wanted =
        new ApprovalSubject(
            approved.key(),
            approved.serviceId(),
            approved.endpointId(),
            approved.enforcement(),
            approved.consumerCidrs(),
            approved.databaseResourceId(),
            approved.readerPort(),
            approved.writerPort(),
            approved.instancePorts(),
            purpose,
            lastDay);
    assertThat(LiveApprovalRules.covers(approved, wanted)).isEqualTo(covered);
    assertThat(SubjectDigest.of(approved).equals(SubjectDigest.of(wanted)))
        .isEqualTo(approved.equals(wanted));
  }

  /** The range 5434 to 5443 was approved; none is what earlier releases approved. */
  @ParameterizedTest
  @CsvSource({
    "5434, 5443, true",
    "5436, 5440, true",
    ", , true",
    "5434, 5444, false",
    "5433, 5443, false",
    "6000, 6001, false",
  })
  void a_yes_covers_ports_of_instances_within_its_range_and_no_other(
      @Nullable Integer first, @Nullable Integer last, boolean covered) {
    ApprovalSubject approved =
        withPorts(live(FIRST, "vpce-1").subject(), new InstancePortRange(5434, 5443));
    InstancePortRange range =
        first == null || last == null ? null : new InstancePortRange(first, last);
    ApprovalSubject wanted = withPorts(approved, range);
    assertThat(LiveApprovalRules.covers(approved, wanted)).isEqualTo(covered);
    assertThat(LiveApprovalRules.covers(live(FIRST, "vpce-1").subject(), wanted))
        .as("what was approved without any")
        .isEqualTo(range == null);
    assertThat(SubjectDigest.of(approved).equals(SubjectDigest.of(wanted)))
        .isEqualTo(approved.equals(wanted));
  }

  private static ApprovalSubject withPorts(
      ApprovalSubject subject, @Nullable InstancePortRange range) {
    return new ApprovalSubject(
        subject.key(),
        subject.serviceId(),
        subject.endpointId(),
        subject.enforcement(),
        subject.consumerCidrs(),
        subject.databaseResourceId(),
        subject.readerPort(),
        subject.writerPort(),
        range,
        subject.purpose(),
        subject.validUntil());
  }

  private static boolean covers(
      ApprovalSubject approved, OnboardingKey key, String endpoint, String... cidrs) {
    return LiveApprovalRules.covers(approved, live(key, endpoint, cidrs).subject());
  }

  private static OnboardingKey key(String principal) {
    return new OnboardingKey(DATABASE, "arn:aws:iam::" + principal);
  }

  private static LiveApproval live(OnboardingKey key, String endpoint, String... cidrs) {
    return new LiveApproval(
        new ApprovalSubject(
            key,
            "vpce-svc-1",
            endpoint,
            cidrs.length == 0 ? Enforcement.OFF : Enforcement.ON,
            List.of(cidrs),
            "cluster-A",
            3306,
            3307,
            null,
            "reports",
            "2027-01-31"),
        "a");
  }
}
