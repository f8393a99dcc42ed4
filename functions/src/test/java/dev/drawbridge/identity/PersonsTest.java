package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonsTest {
  private static final Identity ADA = person("ada");
  private static final Identity GRACE = person("grace");
  private static final Identity JOAN = person("joan");
  private static final Identity PROGRAM =
      iam("arn:aws:sts::111111111111:assumed-role/pipeline/run");
  private static final Identity DBA = iam("arn:aws:sts::111111111111:assumed-role/dba/grace");

  @Test
  void the_requester_never_counts() {
    assertThat(Persons.atLeast(List.of(ADA), List.of(ADA))).isZero();
    assertThat(Persons.atLeast(List.of(ADA, GRACE), List.of(ADA))).isEqualTo(1);
  }

  @Test
  void one_person_counts_once() {
    Identity again =
        iam(
            "arn:aws:sts::1"
                + "11111111111:assumed-role/AWSReservedSSO_Dba_0123456789abcdef/GRACE@example.com");
    assertThat(Persons.atLeast(List.of(GRACE, again), List.of(ADA))).isEqualTo(1);
    Identity otherSession = iam("arn:aws:sts::111111111111:assumed-role/dba/joan");
    assertThat(Persons.atLeast(List.of(DBA, otherSession), List.of(PROGRAM))).isEqualTo(1);
  }

  @Test
  void an_unknown_requester_costs_one_more_yes() {
    assertThat(Persons.atLeast(List.of(GRACE), List.of(Identity.UNKNOWN))).isZero();
    assertThat(Persons.atLeast(List.of(GRACE, JOAN), List.of(Identity.UNKNOWN))).isEqualTo(1);
    assertThat(Persons.atLeast(List.of(GRACE, JOAN), List.of())).isEqualTo(1);
  }

  @Test
  void an_incomparable_requester_costs_one_more_yes() {
    assertThat(Persons.atLeast(List.of(GRACE), List.of(PROGRAM))).isZero();
    assertThat(Persons.atLeast(List.of(GRACE, JOAN), List.of(PROGRAM))).isEqualTo(1);
    assertThat(Persons.atLeast(List.of(DBA), List.of(PROGRAM))).isEqualTo(1);
  }

  @Test
  void two_who_may_be_one_are_one() {
    assertThat(Persons.atLeast(List.of(DBA, GRACE), List.of(ADA))).isEqualTo(1);
    assertThat(Persons.atLeast(List.of(DBA, GRACE, JOAN), List.of(ADA))).isEqualTo(2);
  }

  @Test
  void whoever_asks_for_the_same_is_a_requester_too() {
    assertThat(Persons.atLeast(List.of(GRACE), List.of(ADA, GRACE))).isZero();
    assertThat(Persons.atLeast(List.of(JOAN), List.of(ADA, GRACE, ADA))).isEqualTo(1);
    assertThat(Persons.atLeast(List.of(JOAN), List.of(ADA, Identity.UNKNOWN))).isZero();
  }

  @Test
  void many_who_join_cost_no_more_than_one() {
    List<Identity> asked =
        List.of(ADA, PROGRAM, elsewhere("ci-1"), elsewhere("ci-2"), Identity.UNKNOWN);
    assertThat(Persons.atLeast(List.of(GRACE), asked)).isZero();
    assertThat(Persons.atLeast(List.of(GRACE, JOAN), asked)).isEqualTo(1);
  }

  @Test
  void a_role_of_another_account_may_be_an_approvers() {
    assertThat(Persons.atLeast(List.of(DBA), List.of(elsewhere("admin")))).isZero();
  }

  private static Identity elsewhere(String role) {
    return iam("arn:aws:sts::222222222222:assumed-role/" + role + "/x");
  }

  private static Identity iam(String arn) {
    return Identity.ofIam(arn, "111111111111");
  }

  private static Identity person(String name) {
    return Identity.ofOidc("https://login.example.com", name, name + "@example.com", true);
  }
}
