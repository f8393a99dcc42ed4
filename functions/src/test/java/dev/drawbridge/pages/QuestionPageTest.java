package dev.drawbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.identity.Members;
import dev.drawbridge.model.SomeQuestion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionPageTest {
  private static final List<Members> LONE = List.of(Members.parse("role/dba", "111111111111"));

  @Test
  void whoever_reads_a_question_that_can_only_expire_learns_so() {
    assertThat(html(1, SomeQuestion.NOW))
        .contains("Too few are asked.", "No more than 0 of the 1 yeses");
  }

  @Test
  void one_that_has_expired_is_not_explained() {
    assertThat(html(1, SomeQuestion.NOW.plusSeconds(7200))).doesNotContain("Too few");
  }

  private static String html(int quorum, Instant now) {
    return new QuestionPage(SomeQuestion.open().asked(quorum, LONE), List.of(), now)
        .html()
        .toString();
  }
}
