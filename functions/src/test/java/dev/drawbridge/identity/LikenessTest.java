package dev.drawbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One person under two names: each of these once let somebody approve a request of their own. */
class LikenessTest {
  private static final String ISSUER = "https://login.example.com/tenant";
  private static final String SSO =
      "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Dba_0123456789abcdef/";
  private static final String FOREIGN_SSO =
      "arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Dba_0123456789abcdef/";

  static Stream<Identity[]> disguises() {
    Identity ada = verified("1", "ada@example.com");
    return Stream.of(
        pair(ada, verified("1", "ADA@example.com")),
        pair(ada, verified("2", "ada@example.com ")),
        pair(ada, verified("3", "ada+two@example.com")),
        pair(ada, verified("4", "ada\uFF20example.com")),
        pair(ada, verified("5", "a\u200Bda@example.com")),
        pair(ada, verified("6", "\"ada\"@example.com")),
        pair(ada, verified("7", "ada@example.com.")),
        pair(ada, verified("8", "ada@EXAMPLE\u3002com")),
        pair(ada, verified("9", "\u00A0\tada@example.com\r\n")),
        pair(verified("1", "ada@b\u00FCcher.example"), verified("2", "ada@xn--bcher-kva.example")),
        pair(verified("1", "a.da@gmail.com"), verified("2", "ad.a+x@googlemail.com")),
        pair(ada, Identity.ofOidc("https://other.example", "x", "Ada@Example.com", true)),
        pair(ada, Identity.ofOidc(ISSUER + "/", "1", null, false)),
        pair(ada, Identity.ofOidc("https://LOGIN.example.com:443/tenant", "1", null, false)),
        pair(ada, iam(SSO + "ada@example.com")),
        pair(ada, iam(SSO + "ADA@example.com")),
        pair(ada, iam("arn:aws:iam::111111111111:user/ada@example.com")),
        pair(iam(SSO + "ada"), iam(SSO + "Ada")),
        pair(
            iam(SSO + "ada"),
            iam("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Read_fedcba9876543210/ada")),
        pair(iam(FOREIGN_SSO + "ada"), iam(FOREIGN_SSO + "grace")),
        pair(role("dba", "ada"), role("dba", "grace")),
        pair(role("dba", "ada"), role("DBA", "ada")),
        pair(role("dba", "ada"), iam("arn:aws:iam::111111111111:role/team/data/dba")),
        pair(
            iam("arn:aws:iam::111111111111:user/ada"),
            iam("arn:aws:iam::111111111111:user/division/Ada")));
  }

  /** What people cannot tell from {@code ada@example.com}, or {@code iris@}, on a screen. */
  static Stream<Identity[]> lookalikes() {
    Identity ada = verified("1", "ada@example.com");
    Identity iris = verified("1", "iris@example.com");
    return Stream.of(
        pair(ada, verified("cyrillic", "\u0430da@example.com")),
        pair(ada, verified("capital of cyrillic", "\u0410DA@example.com")),
        pair(ada, verified("greek", "ad\u03B1@example.com")),
        pair(ada, verified("a latin letter of phonetics", "\u0251da@example.com")),
        pair(ada, verified("an accent", "\u00E1da@example.com")),
        pair(ada, verified("a mark by itself", "ad\u0323a@example.com")),
        pair(ada, verified("bold of mathematics", "\uD835\uDC1Ada@example.com")),
        pair(ada, verified("a selector of variants", "a\uFE00da@example.com")),
        pair(ada, verified("a joiner of graphemes", "ad\u034Fa@example.com")),
        pair(ada, verified("a filler of hangul", "ada\u3164@example.com")),
        pair(ada, verified("letters of tags", "ada\uDB40\uDC61@example.com")),
        pair(ada, verified("a comment", "ada(approver)@example.com")),
        pair(ada, verified("the domain", "ada@ex\u0430mple.com")),
        pair(ada, verified("the domain in its other script", "ada@xn--exmple-4nf.com")),
        pair(ada, verified("both", "\u0430d\u0430+x@\u0435xample.com.")),
        pair(ada, Identity.ofOidc("https://other.example", "x", "\u0430da@example.com", true)),
        pair(iam(SSO + "ada@example.com"), verified("identity center", "\u0430da@example.com")),
        pair(iris, verified("without a dot", "\u0131r\u0131s@example.com")),
        pair(iris, verified("a capital with a dot", "\u0130RIS@example.com")));
  }

  @ParameterizedTest
  @MethodSource("lookalikes")
  void who_cannot_be_told_apart_by_people_is_one(Identity one, Identity other) {
    assertThat(Likeness.of(one, other)).isEqualTo(Likeness.SAME);
    assertThat(Likeness.of(other, one)).isEqualTo(Likeness.SAME);
    assertThat(Persons.atLeast(List.of(other), List.of(one))).as("people").isZero();
    assertThat(Persons.atLeast(List.of(one, other), List.of(verified("9", "grace@example.com"))))
        .isEqualTo(1);
  }

  @Test
  void an_address_in_other_letters_is_shown_as_nobodys() {
    assertThat(verified("x", "\u0430da@example.com").text()).startsWith("a person");
  }

  @Test
  void names_that_only_begin_alike_are_two_people() {
    assertThat(Likeness.of(verified("1", "ada@example.com"), verified("2", "ada1@example.com")))
        .isEqualTo(Likeness.DIFFERENT);
    assertThat(
            Likeness.of(
                verified("1", "\u0430\u043D\u043D\u0430@example.com"),
                verified("2", "\u0430\u043B\u043B\u0430@example.com")))
        .isEqualTo(Likeness.DIFFERENT);
  }

  /** Nobody who reads addresses can know: the issuer vouches for two people. */
  @Test
  void a_second_mailbox_under_another_name_is_a_second_person() {
    assertThat(Likeness.of(verified("1", "ada@example.com"), verified("2", "a.byron@example.com")))
        .isEqualTo(Likeness.DIFFERENT);
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void a_disguise_is_seen_through(Identity one, Identity other) {
    assertThat(Likeness.of(one, other)).isEqualTo(Likeness.SAME);
    assertThat(Likeness.of(other, one)).isEqualTo(Likeness.SAME);
  }

  static Stream<Identity[]> twoPeople() {
    return Stream.of(
        pair(verified("1", "ada@example.com"), verified("2", "grace@example.com")),
        pair(verified("a", null), verified("A", null)),
        pair(
            verified("1", "ada@example.com"),
            Identity.ofOidc("https://other.example", "1", "grace@example.com", true)),
        pair(verified("1", "ada@example.com"), iam(SSO + "grace@example.com")),
        pair(role("dba", "ada"), role("operator", "ada")),
        pair(iam(SSO + "ada"), iam(SSO + "grace")));
  }

  @ParameterizedTest
  @MethodSource("twoPeople")
  void two_people_are_two(Identity one, Identity other) {
    assertThat(Likeness.of(one, other)).isEqualTo(Likeness.DIFFERENT);
    assertThat(Likeness.of(other, one)).isEqualTo(Likeness.DIFFERENT);
  }

  static Stream<Identity[]> undecided() {
    Identity ada = verified("1", "ada@example.com");
    return Stream.of(
        pair(ada, Identity.UNKNOWN),
        pair(Identity.UNKNOWN, Identity.UNKNOWN),
        pair(ada, role("dba", "ada@example.com")),
        pair(ada, iam(SSO + "ada")),
        pair(ada, Identity.ofOidc("https://other.example", "1", "ada@example.com", false)),
        pair(ada, Identity.ofOidc("https://other.example", "1", "", true)),
        pair(ada, iam("arn:aws:sts::111111111111:federated-user/grace")),
        pair(role("dba", "ada"), iam("arn:aws:iam::111111111111:root")),
        pair(role("dba", "ada"), iam("arn:aws:sts::222222222222:assumed-role/dba/ada")),
        pair(iam(SSO + "ada"), iam(FOREIGN_SSO + "ada")),
        pair(iam(SSO + "ada@example.com"), iam(FOREIGN_SSO + "ada@example.com")),
        pair(iam(SSO + "ada@example.com"), iam(FOREIGN_SSO + "grace@example.com")),
        pair(ada, iam(FOREIGN_SSO + "ada@example.com")),
        pair(ada, iam("arn:aws:iam::222222222222:user/ada@example.com")));
  }

  @ParameterizedTest
  @MethodSource("undecided")
  void without_a_witness_nothing_is_assumed(Identity one, Identity other) {
    assertThat(Likeness.of(one, other)).isEqualTo(Likeness.INCOMPARABLE);
    assertThat(Likeness.of(other, one)).isEqualTo(Likeness.INCOMPARABLE);
  }

  @Test
  void a_role_that_only_begins_like_one_of_identity_center_lends_no_name_to_its_sessions() {
    Identity forged = iam("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_x/grace");
    assertThat(forged.kind()).isEqualTo(Identity.Kind.IAM);
    assertThat(
            Likeness.of(forged, iam("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_x/ada")))
        .isEqualTo(Likeness.SAME);
  }

  @Test
  void a_role_of_another_account_that_is_shaped_like_identity_centers_shows_its_account() {
    assertThat(iam(FOREIGN_SSO + "grace@example.com").text())
        .isEqualTo("arn:aws:iam::222222222222:role/awsreservedsso_dba_0123456789abcdef");
  }

  @Test
  void what_is_no_arn_is_nobody() {
    assertThat(iam("ada@example.com")).isEqualTo(Identity.UNKNOWN);
    assertThat(iam("arn:aws:sts::111111111111:assumed-role/dba")).isEqualTo(Identity.UNKNOWN);
    assertThat(iam("arn:aws:iam::111111111111:assumed-role/dba/ada")).isEqualTo(Identity.UNKNOWN);
  }

  private static Identity verified(
      String subject, @org.jspecify.annotations.Nullable String email) {
    return Identity.ofOidc(ISSUER, subject, email, true);
  }

  private static Identity iam(String arn) {
    return Identity.ofIam(arn, "111111111111");
  }

  private static Identity role(String name, String session) {
    return iam("arn:aws:sts::111111111111:assumed-role/" + name + "/" + session);
  }

  private static Identity[] pair(Identity one, Identity other) {
    return new Identity[] {one, other};
  }
}
