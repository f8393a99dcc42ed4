package dev.drawbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.SomeQuestion;
import dev.drawbridge.model.WaitingEndpoint;
import org.junit.jupiter.api.Test;

class ConsequencesTest {
  @Test
  void rules_that_all_consumers_share_are_not_told_as_this_ones_alone() {
    assertThat(html(SomeQuestion.open().filtering("10.2.0.0/16")))
        .contains("10.2.0.0/16, beside the addresses of every other consumer")
        .doesNotContain("only.");
  }

  @Test
  void a_no_cuts_off_an_endpoint_that_waits() {
    assertThat(html(SomeQuestion.open())).contains("The endpoint is not accepted, and nothing");
  }

  @Test
  void a_no_takes_no_endpoint_away_that_was_accepted_before() {
    WaitingEndpoint another = new WaitingEndpoint("vpce-2", SomeQuestion.NOW, "");
    assertThat(html(SomeQuestion.open().besides(another)))
        .contains("if this endpoint is accepted already, it stays")
        .doesNotContain("is not accepted");
    assertThat(html(SomeQuestion.open().besides().changing("enforcement off")))
        .contains("the endpoint stays accepted as it was");
  }

  private static String html(SomeQuestion question) {
    return Consequences.of(question.asked()).toString();
  }
}
