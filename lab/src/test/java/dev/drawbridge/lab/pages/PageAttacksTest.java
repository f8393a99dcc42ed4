package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who want a decision that nobody made. */
class PageAttacksTest {
  private final PagesWorld world = new PagesWorld();
  private final PagesWorld.Asked asked = world.ask();
  private final Browser grace = world.browser();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_hundred_gets_and_heads_decide_nothing_signed_in_or_not() {
    grace.signIn("grace", asked.path());
    Browser scanner = world.browser();
    for (int i = 0; i < 100; i++) {
      for (Browser each : List.of(grace, scanner)) {
        each.get(asked.path());
        each.head(asked.path());
        each.get(asked.path() + "?decision=approve");
        each.head("/");
      }
    }
    undecided();
  }

  @Test
  void a_form_counts_once() {
    Map<String, String> form = form("approve");
    assertThat(grace.post(asked.path(), form).status()).isEqualTo(303);
    Browser.Reply replayed = grace.post(asked.path(), form);
    assertThat(replayed.status()).isEqualTo(409);
    assertThat(replayed.text()).contains("This form was sent already");
  }

  @Test
  void a_form_of_another_site_is_refused() {
    Map<String, String> form = form("approve");
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("Origin", "null"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "https://pages.drawbridge.test.evil.example"),
            Map.of("Origin", "http://pages.drawbridge.test"))) {
      assertThat(grace.post(asked.path(), form, headers).status()).as("%s", headers).isEqualTo(403);
    }
    undecided();
  }

  @Test
  void a_form_for_another_question_is_refused() {
    PagesWorld.Asked other =
        world.askFor(
            world.scenario().consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30"),
            2);
    Map<String, String> form = form("approve");
    assertThat(grace.post(other.path(), form).status()).isEqualTo(403);
    Map<String, String> mixed = new HashMap<>(form);
    mixed.put("digest", other.form(grace.get(other.path()), "approve").get("digest"));
    assertThat(grace.post(other.path(), mixed).status()).isEqualTo(403);
    assertThat(grace.post("/approvals/" + "0".repeat(32), form).status()).isEqualTo(403);
    undecided();
  }

  @Test
  void a_nonce_of_somebody_else_is_refused() {
    Map<String, String> form = form("approve");
    Browser joan = world.browser();
    joan.signIn("joan", asked.path());
    assertThat(joan.post(asked.path(), form).status()).isEqualTo(403);
    Browser nobody = world.browser();
    assertThat(nobody.post(asked.path(), form).status()).isEqualTo(403);
    undecided();
  }

  @Test
  void a_form_without_its_nonce_or_with_more_than_its_fields_is_refused() {
    Map<String, String> form = form("approve");
    for (String field : List.of("nonce", "digest", "decision")) {
      Map<String, String> less = new HashMap<>(form("approve"));
      less.remove(field);
      assertThat(grace.post(asked.path(), less).status()).as(field).isIn(400, 403);
    }
    Map<String, String> more = new HashMap<>(form);
    more.put("decidedBy", "joan");
    assertThat(grace.post(asked.path(), more).status()).isEqualTo(400);
    Map<String, String> vague = new HashMap<>(form);
    vague.put("decision", "yes");
    assertThat(grace.post(asked.path(), vague).status()).isEqualTo(400);
    undecided();
  }

  @Test
  void a_session_ends_after_half_an_hour() {
    Map<String, String> form = form("approve");
    world.scenario().world().scheduler().pause(Duration.ofMinutes(30));
    Browser.Reply late = grace.post(asked.path(), form);
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.text()).contains("Your session has ended", "/sign-in?approval=");
    assertThat(grace.get(asked.path()).status()).isEqualTo(303);
    undecided();
  }

  @Test
  void the_second_of_two_decisions_sees_whose_was_first() {
    Browser joan = world.browser();
    Browser.Reply page = joan.signIn("joan", asked.path());
    assertThat(grace.post(asked.path(), form("approve")).status()).isEqualTo(303);
    Browser.Reply second = joan.post(asked.path(), asked.form(page, "deny"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("approved by grace@example.com");
    assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void who_asked_and_who_is_not_asked_are_refused_even_with_a_form_of_their_own_making() {
    for (String name : List.of("ada", "eve")) {
      Browser somebody = world.browser();
      somebody.signIn(name, asked.path());
      Map<String, String> form = new HashMap<>(form("approve"));
      assertThat(somebody.post(asked.path(), form).status()).as(name).isEqualTo(403);
    }
    undecided();
  }

  @Test
  void no_secret_is_in_a_log_an_address_a_page_a_message_or_an_event() {
    List<String> events = world.events();
    grace.post(asked.path(), form("approve"));
    Browser.Reply page = grace.get(asked.path());
    assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    List<String> tokens = asked.run().taskTokens();
    assertThat(tokens).hasSize(2); // the consumer's and the approver's
    List<String> secrets =
        Stream.concat(grace.cookies().values().stream(), tokens.stream())
            .filter(value -> !value.isEmpty())
            .toList();
    List<String> seen =
        Stream.of(
                world.scenario().log().stream(),
                grace.addresses().stream(),
                world.inbox().messages().stream(),
                events.stream(),
                Stream.of(page.text()))
            .flatMap(each -> each)
            .toList();
    assertThat(secrets).hasSizeGreaterThan(3);
    assertThat(events).anyMatch(event -> event.contains("drawbridge"));
    assertThat(seen)
        .isNotEmpty()
        .noneMatch(text -> secrets.stream().anyMatch(text::contains))
        .noneMatch(text -> text.contains("eyJ"));
  }

  private Map<String, String> form(String decision) {
    Browser.Reply page = grace.get(asked.path());
    if (page.status() == 303) {
      page = grace.signIn("grace", asked.path());
    }
    return asked.form(page, decision);
  }

  private void undecided() {
    Browser joan = world.browser();
    assertThat(joan.signIn("joan", asked.path()).text()).contains("Waiting.", "<p>Nobody yet.</p>");
    assertThat(asked.run().describe().statusAsString()).isEqualTo("RUNNING");
  }
}
