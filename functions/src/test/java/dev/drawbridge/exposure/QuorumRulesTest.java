package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.SomeChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuorumRulesTest {
  private static final String PROVIDER = "111111111111";

  @Test
  void more_people_than_roles_are_refused_with_both_numbers() {
    assertThatThrownBy(() -> require(3, "role/a role/b"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("quorum: 3 is refused; approvers name only 2 roles");
  }

  @Test
  void a_permission_set_counts_in_the_providers_own_account_only() {
    String dba = "role/AWSReservedSSO_Dba_0123456789abcdef";
    assertThatCode(() -> require(5, dba)).doesNotThrowAnyException();
    assertThatThrownBy(() -> require(2, "role/a arn:aws:iam::222222222222:" + dba))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("approvers name only one role of any one account");
  }

  @Test
  void as_many_as_there_are_and_no_wish_at_all_are_fine() {
    assertThatCode(() -> require(2, "role/a role/b")).doesNotThrowAnyException();
    assertThatCode(() -> require(null, "role/a")).doesNotThrowAnyException();
    assertThatCode(() -> require(5, "role/a group:dba")).doesNotThrowAnyException();
  }

  private static void require(@Nullable Integer quorum, String approvers) {
    QuorumRules.require(
        SomeChange.that().quorum(quorum).said(), Members.parse(approvers, PROVIDER), PROVIDER);
  }
}
