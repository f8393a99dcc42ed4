package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.SomeQuestion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionTextTest {
  @Test
  void the_message_names_the_service_and_what_is_filtered() {
    assertThat(text(SomeQuestion.open()))
        .contains("Endpoint service: vpce-svc-1", "Enforcement: off", "Addresses: any");
    assertThat(text(SomeQuestion.open().filtering("10.2.0.0/16")))
        .contains("Enforcement: on", "Addresses: 10.2.0.0/16");
  }

  @Test
  void the_message_says_in_which_region_the_endpoint_is() {
    assertThat(text(SomeQuestion.open())).contains("- It is in Region eu-central-1, as the");
    assertThat(text(SomeQuestion.open().in("us-east-1")))
        .contains("- It is in Region us-east-1 and the database in eu-central-1: what it reads");
    assertThat(text(SomeQuestion.open().in(null))).contains("- Its Region is not known");
  }

  @Test
  void a_question_that_can_only_expire_says_so() {
    SomeQuestion question = SomeQuestion.open();
    List<Members> lone = List.of(Members.parse("role/dba", "111111111111"));
    assertThat(QuestionText.of(question.asked(1, lone), question.subject()))
        .contains("No more than 0 of the 1 yeses that count", "ask again.\n\ndrawbridge approve");
    assertThat(text(question)).doesNotContain("expires");
  }

  @Test
  void a_path_that_is_open_already_has_no_endpoint_that_waits() {
    assertThat(text(SomeQuestion.open().besides().changing("enforcement off")))
        .contains("Endpoints of the account that wait:\n- none\n");
  }

  @Test
  void however_many_wait_the_one_that_is_asked_about_is_named_first() {
    List<Connection> thirty = IntStream.range(0, 30).mapToObj(QuestionTextTest::waiting).toList();
    assertThat(WaitingEndpoints.first(thirty, "vpce-29"))
        .hasSize(20)
        .extracting(Connection::endpointId)
        .startsWith("vpce-29", "vpce-0", "vpce-1");
  }

  private static Connection waiting(int number) {
    return new Connection(
        "vpce-svc-1",
        "vpce-" + number,
        "222222222222",
        ConnectionState.PENDING_ACCEPTANCE,
        "eu-central-1",
        SomeQuestion.NOW.plusSeconds(number),
        List.of());
  }

  private static String text(SomeQuestion question) {
    return QuestionText.of(question.asked(), question.subject());
  }
}
