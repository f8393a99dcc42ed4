package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final String PROVIDER = "111111111111";
  private static final Identity CONSUMER = role("222222222222", "application");
  private static final Identity PIPELINE = role(PROVIDER, "pipeline");
  private static final String PEOPLE = "role/AWSReservedSSO_Dba_0123456789abcdef group:dba";

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
    Identity ada = Identity.ofOidc("https://login.example.com", "1", "ada@example.com", true);
    assertThat(certain(PEOPLE, ada)).isFalse();
    assertThat(Doubt.isAbout(List.of(role(PROVIDER, "dba")), List.of(ada))).isTrue();
    assertThat(Doubt.isAbout(List.of(ada), List.of(ada))).as("an asker's own yes").isFalse();
  }

  private static boolean certain(String list, Identity... requesters) {
    return Doubt.isCertain(List.of(requesters), List.of(list(list)), PROVIDER);
  }

  private static Members list(String text) {
    return Members.parse(text, PROVIDER);
  }

  private static Identity role(String account, String name) {
    return Identity.ofIam("arn:aws:sts::%s:assumed-role/%s/x".formatted(account, name), PROVIDER);
  }
}
