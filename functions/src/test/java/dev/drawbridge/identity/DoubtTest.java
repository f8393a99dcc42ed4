package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final String PROVIDER = "111111111111";
  private static final Identity CONSUMER = role("222222222222", "application");
  private static final Identity PIPELINE = role(PROVIDER, "pipeline");
  private static final Identity GRACE = user("grace@example.com");
  private static final Identity ADA =
      Identity.ofOidc("https://login.example.com", "1", "ada@example.com", true);
  private static final String DBA = "role/AWSReservedSSO_Dba_0123456789abcdef";
  private static final String PEOPLE = DBA + " group:dba";

  @Test
  void who_asks_unknown_or_from_another_account_is_told_from_nobody() {
    assertThat(certain("role/dba group:dba", CONSUMER)).isTrue();
    assertThat(certain("role/dba group:dba", Identity.UNKNOWN)).isTrue();
    assertThat(certain("role/dba group:dba")).as("nobody is on record").isTrue();
  }

  @Test
  void roles_of_one_account_are_told_apart() {
    assertThat(certain("role/dba group:dba", PIPELINE)).isFalse();
    assertThat(certain("role/dba arn:aws:iam::222222222222:role/owner", CONSUMER)).isFalse();
  }

  @Test
  void people_are_told_from_no_role() {
    assertThat(certain(PEOPLE, PIPELINE)).isTrue();
  }

  @Test
  void whoever_answers_is_in_each_list() {
    List<Members> lists = Stream.of("role/dba group:dba", PEOPLE).map(DoubtTest::list).toList();
    assertThat(Doubt.isCertain(List.of(PIPELINE), lists, PROVIDER)).isTrue();
  }

  @Test
  void people_may_be_told_apart_by_their_addresses() {
    assertThat(certain(PEOPLE, ADA)).isFalse();
    assertThat(Doubt.isAbout(List.of(role(PROVIDER, "dba")), List.of(ADA))).isTrue();
    assertThat(Doubt.isAbout(List.of(ADA), List.of(ADA))).as("an asker's own yes").isFalse();
  }

  @Test
  void roles_are_told_from_no_person() {
    for (Identity person : List.of(GRACE, user("grace"), ADA, subject())) {
      assertThat(certain("role/dba role/owner", person)).as(person.text()).isTrue();
      assertThat(certain("arn:aws:iam::222222222222:" + DBA, person)).as(person.text()).isTrue();
    }
    List<Members> lists = Stream.of(PEOPLE, "role/dba").map(DoubtTest::list).toList();
    assertThat(Doubt.isCertain(List.of(ADA), lists, PROVIDER)).isTrue();
  }

  @Test
  void people_of_one_namespace_or_with_addresses_may_be_told_apart() {
    assertThat(certain(DBA, GRACE)).isFalse();
    assertThat(certain(DBA, user("grace"))).isFalse();
    assertThat(certain(DBA, ADA)).isFalse();
    assertThat(certain("group:dba", GRACE)).isFalse();
    assertThat(certain("group:dba", subject())).isFalse();
    assertThat(certain("role/dba group:dba", ADA)).isFalse();
  }

  @Test
  void people_of_two_namespaces_without_an_address_are_not() {
    assertThat(certain("group:dba", user("grace"))).isTrue();
    assertThat(certain(DBA, subject())).isTrue();
  }

  private static boolean certain(String list, Identity... requesters) {
    return Doubt.isCertain(List.of(requesters), List.of(list(list)), PROVIDER);
  }

  private static Members list(String text) {
    return Members.parse(text, PROVIDER);
  }

  /** A user of IAM Identity Center. */
  private static Identity user(String name) {
    return Identity.ofIam(
        "arn:aws:sts::%s:assumed-role/AWSReservedSSO_Owner_0123456789abcdef/%s"
            .formatted(PROVIDER, name),
        PROVIDER);
  }

  /** A person of an issuer that vouches for no address. */
  private static Identity subject() {
    return Identity.ofOidc("https://login.example.com", "2", null, false);
  }

  private static Identity role(String account, String name) {
    return Identity.ofIam("arn:aws:sts::%s:assumed-role/%s/x".formatted(account, name), PROVIDER);
  }
}
