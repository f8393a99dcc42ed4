package dev.drawbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.api.ProxyEvent;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.SomeQuestion;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** However many questions were decided, each can be reached. */
class QuestionListTest {
  private static final int DECIDED = 120;
  private static final Pattern QUESTION = Pattern.compile("/approvals/([0-9a-f]{32})\"");
  private static final Pattern EARLIER = Pattern.compile("\\?decidedBefore=([^\"]*)\"");
  private static final Caller READER =
      Caller.signedIn(
          Identity.ofOidc("https://login.example.com", "grace", "grace@example.com", true),
          Set.of("dba"));

  private final TestWorld world = new TestWorld();
  private final Environment environment =
      world.with(Settings.PAGES_URL, "https://pages.example.com/live");
  private final QuestionList list = new QuestionList(environment);

  @Test
  void what_was_decided_is_shown_by_fifty_and_each_page_leads_to_the_next() {
    for (int i = 0; i < DECIDED; i++) {
      String id = String.format(Locale.ROOT, "%032x", i);
      Stores.approvals(environment).putNew(SomeQuestion.open().called(id).asked());
      Stores.decidedQuestions(environment).put(id, SomeQuestion.NOW.plusSeconds(i));
    }
    Set<String> seen = new HashSet<>();
    Optional<String> before = Optional.empty();
    int pages = 0;
    do {
      String html = html(before);
      seen.addAll(ids(html));
      assertThat(html.contains("Decided before that")).isEqualTo(pages > 0);
      Matcher earlier = EARLIER.matcher(html);
      before = earlier.find() ? Optional.of(earlier.group(1)) : Optional.empty();
      pages++;
    } while (before.isPresent());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(DECIDED);
  }

  @Test
  void a_position_that_is_none_is_the_latest() {
    assertThat(html(Optional.of("\"><script>")))
        .contains("<h2>Decided</h2>")
        .doesNotContain("<script>");
  }

  private static Set<String> ids(String html) {
    return QUESTION
        .matcher(html)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private String html(Optional<String> before) {
    ProxyEvent event =
        new ProxyEvent(
            "/",
            "GET",
            Map.of(),
            before.map(value -> Map.of("decidedBefore", value)).orElse(Map.of()),
            Map.of(),
            null,
            false,
            new ProxyEvent.Context("111111111111", "id", null));
    return list.shown(new PageCall(event), READER).html().toString();
  }
}
