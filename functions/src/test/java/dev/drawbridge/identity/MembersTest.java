package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
  private static final String DBA_ELSEWHERE =
      "arn:aws:iam::222222222222:role/AWSReservedSSO_Dba_0123456789abcdef";
  private static final Members LIST =
      Members.parse(
          "arn:aws:iam::111111111111:role/data/Dba, group:dba role/owner", "111111111111");

  @Test
  void a_list_names_roles_and_groups() {
    assertThat(LIST.admit(caller("arn:aws:sts::111111111111:assumed-role/dba/ada"))).isTrue();
    assertThat(LIST.admit(caller("arn:aws:sts::111111111111:assumed-role/owner/x"))).isTrue();
    Identity ada = Identity.ofOidc("https://login.example.com", "1", null, false);
    assertThat(LIST.admit(Caller.signedIn(ada, Set.of("dba")))).isTrue();
    assertThat(LIST.admit(Caller.signedIn(ada, Set.of("Dba", "other")))).isFalse();
  }

  @Test
  void neither_another_account_nor_a_user_nor_the_root_is_a_role_of_the_list() {
    for (String arn :
        new String[] {
          "arn:aws:sts::222222222222:assumed-role/dba/ada",
          "arn:aws:iam::111111111111:user/dba",
          "arn:aws:iam::111111111111:root",
          "arn:aws:sts::111111111111:federated-user/dba"
        }) {
      assertThat(LIST.admit(caller(arn))).as(arn).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "aws-cn", "aws-us-gov"})
  void a_role_is_listed_in_every_partition_of_aws(String partition) {
    Caller ada = caller("arn:%s:sts::111111111111:assumed-role/dba/ada".formatted(partition));
    String whole = "arn:%s:iam::111111111111:role/dba".formatted(partition);
    assertThat(Members.parse("role/dba", "111111111111").admit(ada)).isTrue();
    assertThat(Members.parse(whole, "111111111111").admit(ada)).isTrue();
  }

  @Test
  void a_role_is_one_person_and_a_group_or_a_permission_set_any_number() {
    assertThat(fewer("role/a,role/b", 2)).isFalse();
    assertThat(fewer("role/a,role/b,arn:aws:iam::111111111111:role/x/B", 3)).isTrue();
    assertThat(fewer("role/a,group:dba", 5)).isFalse();
    assertThat(fewer("role/AWSReservedSSO_Dba_0123456789abcdef", 5)).isFalse();
    assertThat(fewer("role/AWSReservedSSO_Dba", 2)).as("no permission set's name").isTrue();
  }

  @Test
  void elsewhere_a_permission_set_is_one_role_and_roles_of_two_accounts_are_one_person() {
    assertThat(fewer(DBA_ELSEWHERE, 2)).isTrue();
    assertThat(fewer(DBA_ELSEWHERE + ",role/a", 2)).isTrue();
    assertThat(fewer(DBA_ELSEWHERE + ",arn:aws:iam::222222222222:role/a", 2)).isFalse();
    assertThat(fewer(DBA_ELSEWHERE + ",role/a,role/b", 2)).isFalse();
    assertThat(fewer(DBA_ELSEWHERE + ",role/a,role/b", 3)).isTrue();
    assertThat(fewer(DBA_ELSEWHERE + ",group:dba", 5)).isFalse();
  }

  @Test
  void where_the_account_is_unknown_each_may_be_it() {
    Members mixed = Members.parse("role/a,arn:aws:iam::222222222222:role/b", "111111111111");
    assertThat(mixed.fewerThan(2, null)).isFalse();
    assertThat(mixed.fewerThan(3, null)).isTrue();
    assertThat(Members.parse(DBA_ELSEWHERE, "111111111111").fewerThan(5, null)).isFalse();
  }

  @Test
  void too_few_says_how_many_count() {
    Members mixed = Members.parse("role/a,arn:aws:iam::222222222222:role/b", "111111111111");
    assertThat(mixed.tooFew("111111111111")).contains("name only one role of any one account, and");
    assertThat(mixed.tooFew(null)).contains("name only 2 roles, and");
  }

  private static boolean fewer(String list, int people) {
    return Members.parse(list, "111111111111").fewerThan(people, "111111111111");
  }

  @Test
  void a_whole_account_or_a_name_alone_is_no_entry() {
    for (String entry :
        new String[] {"arn:aws:iam::111111111111:root", "ada@example.com", "group:", "role/*"}) {
      assertThatThrownBy(() -> Members.parse(entry, "111111111111"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(entry);
    }
  }

  private static Caller caller(String arn) {
    return Caller.signed(arn, "111111111111", "111111111111");
  }
}
