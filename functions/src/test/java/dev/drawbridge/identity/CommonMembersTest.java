package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommonMembersTest {
  private static final String PROVIDER = "111111111111";
  private static final Identity ROOT =
      Identity.ofIam("arn:aws:iam::" + PROVIDER + ":root", PROVIDER);
  private static final Identity ADA = role("aws", PROVIDER, "ada");

  @Test
  void a_role_is_in_all_lists_by_its_name_and_a_person_by_a_group_of_each() {
    assertThat(most("role/a role/b", "role/b role/c")).isEqualTo(1);
    assertThat(most("role/a", "role/b")).isZero();
    assertThat(most("group:dba", "role/a role/b")).as("no caller has both").isZero();
    assertThat(of("group:dba role/a", "group:payroll").most(List.of(ADA))).isEmpty();
  }

  @Test
  void nobody_knows_how_many_a_permission_set_of_the_provider_is() {
    String set = "role/AWSReservedSSO_Dba_0123456789abcdef";
    assertThat(of(set).most(List.of(ADA))).isEmpty();
    assertThat(most("arn:aws:iam::222222222222:" + set)).as("nobody vouches there").isZero();
  }

  @Test
  void whoever_asked_is_found_whatever_the_partition() {
    Identity there = role("aws-us-gov", PROVIDER, "ada");
    CommonMembers members =
        CommonMembers.of(List.of(Members.parse("role/ada", PROVIDER)), "aws-us-gov", PROVIDER);
    assertThat(members.most(List.of(there))).hasValue(0);
  }

  @Test
  void as_many_are_counted_as_their_yeses_would_be() {
    Random chance = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<Identity> roles = some(chance, 6);
      List<Identity> requesters = new ArrayList<>(some(chance, 3));
      if (chance.nextInt(4) == 0) {
        requesters.add(ROOT);
      }
      assertThat(new CommonMembers(false, roles).most(requesters))
          .as("%s, asked by %s", roles, requesters)
          .hasValue(Math.max(0, Persons.atLeast(roles, requesters)));
    }
  }

  private static List<Identity> some(Random chance, int most) {
    return IntStream.range(0, chance.nextInt(most + 1))
        .mapToObj(each -> role("aws", account(chance), "r" + chance.nextInt(5)))
        .distinct()
        .toList();
  }

  private static String account(Random chance) {
    return chance.nextBoolean() ? PROVIDER : "222222222222";
  }

  private static Identity role(String partition, String account, String name) {
    return Identity.ofIam("arn:%s:iam::%s:role/%s".formatted(partition, account, name), PROVIDER);
  }

  private static int most(String... lists) {
    return of(lists).most(List.of(ADA)).orElseThrow();
  }

  private static CommonMembers of(String... lists) {
    List<Members> all = Stream.of(lists).map(list -> Members.parse(list, PROVIDER)).toList();
    return CommonMembers.of(all, "aws", PROVIDER);
  }
}
