package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.SomeQuestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumReachTest {
  private static final String PROVIDER = "111111111111";
  private static final Identity ADA =
      Identity.ofIam("arn:aws:iam::111111111111:role/ada", PROVIDER);
  private static final Identity ELSEWHERE =
      Identity.ofIam("arn:aws:iam::222222222222:role/app", PROVIDER);

  @ParameterizedTest
  @CsvSource({
    "role/dba,1",
    "role/dba role/dbb,2",
    "role/dba group:dba,9",
    "role/AWSReservedSSO_Dba_0123456789abcdef,9"
  })
  void as_many_as_can_be_told_from_who_asked_are_enough(String list, int quorum) {
    assertThat(why(quorum, List.of(ADA), list)).isEmpty();
  }

  @Test
  void the_one_role_that_is_asked_may_be_that_of_somebody_unknown() {
    assertThat(why(1, List.of(Identity.UNKNOWN), "role/dba"))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains(
                        "No more than 0 of the 1 yeses",
                        "expires",
                        "Name more roles of one account"));
    assertThat(why(1, List.of(), "role/dba")).as("nobody is known to have asked").isPresent();
    assertThat(why(1, List.of(Identity.UNKNOWN), "role/dba role/dbb")).isEmpty();
  }

  @Test
  void a_role_of_another_account_asks_which_nobody_can_tell_from_one_here() {
    assertThat(why(1, List.of(ELSEWHERE), "role/dba")).isPresent();
  }

  @Test
  void whoever_asked_has_no_voice() {
    assertThat(why(1, List.of(ADA), "role/ada")).isPresent();
    assertThat(why(2, List.of(ADA), "role/ada role/dba")).isPresent();
  }

  @Test
  void a_tag_of_the_database_that_is_too_short_is_enough() {
    assertThat(why(2, List.of(ADA), "group:dba", "role/dba")).isPresent();
  }

  private static Optional<String> why(int quorum, List<Identity> requesters, String... lists) {
    List<Members> approvers = Stream.of(lists).map(list -> Members.parse(list, PROVIDER)).toList();
    return QuorumReach.tooFew(SomeQuestion.open().asked(quorum, approvers), requesters);
  }
}
