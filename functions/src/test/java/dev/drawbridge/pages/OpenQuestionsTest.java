package dev.drawbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.SomeQuestion;
import dev.drawbridge.model.Wait;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
  private static final PagesUrl URL = new PagesUrl(URI.create("https://pages.example.com"));

  @Test
  void questions_that_are_over_hide_none_that_waits() {
    List<Wait> waits = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> wait("old")).toList());
    waits.add(wait("open"));
    assertThat(OpenQuestions.of(waits, OpenQuestionsTest::find, SomeQuestion.NOW))
        .extracting(Approval::id)
        .containsExactly("open");
  }

  @Test
  void a_section_says_how_many_more_there_are() {
    String html = section(53);
    assertThat(html).contains("/approvals/00\"", "/approvals/49\"", "3 more, which end later.");
    assertThat(html).doesNotContain("/approvals/50\"");
    assertThat(section(50)).contains("/approvals/49\"").doesNotContain("more");
  }

  private static String section(int questions) {
    return QuestionSection.of(
            URL,
            "Waiting for you",
            "Nothing.",
            IntStream.range(0, questions)
                .mapToObj(i -> String.format(Locale.ROOT, "%02d", i))
                .map(id -> SomeQuestion.open().called(id).asked())
                .toList())
        .toString();
  }

  private static Optional<Approval> find(String id) {
    SomeQuestion question = SomeQuestion.open().called(id);
    return Optional.of((id.equals("old") ? question.until(SomeQuestion.NOW) : question).asked());
  }

  private static Wait wait(String id) {
    return new Wait(
        SomeQuestion.KEY,
        "run",
        "vpce-svc-1",
        null,
        null,
        null,
        new Wait.Question(id, "vpce-1", "digest", false),
        new SealedToken("dG9rZW4="),
        SomeQuestion.NOW);
  }
}
