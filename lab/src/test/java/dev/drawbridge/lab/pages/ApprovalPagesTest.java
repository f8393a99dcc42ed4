package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalPagesTest {
  private final PagesWorld world = new PagesWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_message_to_people_carries_the_link_and_nothing_of_what_is_asked() {
    PagesWorld.Asked asked = world.ask();
    assertThat(world.inbox().messages().getLast())
        .contains(PagesWorld.BASE + asked.path())
        .doesNotContain("222222222222", "orders", "vpce-");
  }

  @Test
  void somebody_signs_in_reads_everything_and_approves() {
    PagesWorld.Asked asked = world.ask();
    Browser grace = world.browser();
    Browser.Reply page = grace.signIn("grace", asked.path());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("Account 222222222222 asks for access to database orders")
        .contains("arn:aws:rds:eu-central-1:111111111111:cluster:orders", "vpce-", "vpce-svc-")
        .contains("<strong>Not verified:</strong> nobody signed the request in that account.")
        .contains("ada@example.com (IAM Identity Center)", "At least one more person")
        .contains("What follows from a yes", "security groups are the only filter");
    Browser.Reply sent = grace.post(asked.path(), asked.form(page, "approve"));
    assertThat(Browser.location(sent)).isEqualTo(PagesWorld.BASE + asked.path());
    assertThat(grace.get(asked.path()).text())
        .contains("Approved.", "accepts this one endpoint now", "said <strong>yes</strong>")
        .contains("for the shop")
        .doesNotContain("<textarea");
    assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(grace.get("/").text()).contains("Nothing waits for you.", "approved by grace@");
  }

  @Test
  void a_no_ends_the_run_and_the_page_says_so() {
    PagesWorld.Asked asked = world.ask();
    Browser grace = world.browser();
    grace.post(asked.path(), asked.form(grace.signIn("grace", asked.path()), "deny"));
    assertThat(grace.get(asked.path()).text()).contains("Denied.", "The consumer can ask again");
    assertThat(asked.run().end(PagesWorld.HOUR).error()).contains("Denied");
  }

  @Test
  void a_requester_whom_nobody_knows_takes_two_people() {
    PagesWorld.Asked asked = world.askByHand();
    Browser grace = world.browser();
    Browser.Reply page = grace.signIn("grace", asked.path());
    assertThat(page.text()).contains("somebody unknown", "one more yes is needed");
    grace.post(asked.path(), asked.form(page, "approve"));
    assertThat(grace.get(asked.path()).text()).contains("Waiting.", "At least one more person");
    assertThat(grace.get("/").text()).contains("Nothing waits for you.");
    Browser joan = world.browser();
    Browser.Reply list = joan.signIn("joan", "/");
    assertThat(list.text()).contains(PagesWorld.BASE + asked.path());
    joan.post(asked.path(), asked.form(joan.get(asked.path()), "approve"));
    assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void who_asked_reads_the_question_and_finds_no_form() {
    PagesWorld.Asked asked = world.ask();
    Browser.Reply page = world.browser().signIn("ada", asked.path());
    assertThat(page.text())
        .contains("You are among those who asked for this")
        .doesNotContain("<textarea");
  }

  @Test
  void who_is_in_no_list_sees_nothing() {
    PagesWorld.Asked asked = world.ask();
    Browser eve = world.browser();
    Browser.Reply page = eve.signIn("eve", asked.path());
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("eve@example.com").doesNotContain("222222222222", "orders");
    assertThat(eve.get("/").status()).isEqualTo(403);
  }

  @Test
  void whoever_signs_out_has_no_session_any_more() {
    PagesWorld.Asked asked = world.ask();
    Browser grace = world.browser();
    Browser.Reply page = grace.signIn("grace", asked.path());
    Map<String, String> kept = Map.copyOf(grace.cookies());
    String nonce = page.hidden(PagesWorld.BASE + "/sign-out", "nonce");
    Browser.Reply out = grace.post("/sign-out", Map.of("nonce", nonce));
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.text()).contains("Of these pages only.", "a user pool of Cognito", "an hour");
    grace.cookies().putAll(kept);
    assertThat(grace.get(asked.path()).status()).isEqualTo(303);
  }

  @Test
  void every_page_forbids_scripts_frames_and_keeping() {
    Browser.Reply page = world.browser().signIn("grace", "/");
    assertThat(page.headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
        .doesNotContain("unsafe", "script");
    assertThat(page.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(page.text()).doesNotContain("<script", " style=", " on");
  }
}
