package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.pages.Browser;
import dev.drawbridge.simulator.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole demo with real servers; everything that the world may shorten is short. */
@Tag("alone")
class DemoTest {
  private static final long DIVISOR = 100;

  @Test
  void the_path_follows_a_killed_writer_and_takes_it_back_as_a_reader() {
    StringWriter out = new StringWriter();
    Progress progress = new Progress(new PrintWriter(out), false);
    try (Stage stage = new Stage(fast(), Dialect.MARIADB, 1);
        ServedPages pages = new ServedPages(stage.scenario(), 0)) {
      Thread grace = Thread.ofVirtual().start(() -> approve(out, stage, pages.url()));
      // The profile only names the report, and says how long to wait at most.
      Demo.Played played = new Demo(stage, Delays.LAB, progress, Optional.of(pages), 1).play();

      assertThat(out.toString())
          .containsSubsequence(
              "Approve or deny in a browser", pages.url() + "/approvals/", "HowDecided");
      assertThat(grace.isAlive()).isFalse();
      Report.Failover failover = played.report().failover();
      assertThat(failover.complaint()).isEmpty();
      assertThat(failover.writeErrors()).isPositive();
      assertThat(failover.writeOutageSeconds()).isPositive();
      assertThat(failover.instancePorts().writeOutageSeconds()).isPositive();
      // A pool that finds the new writer in time lets writes wait, and none fail.
      assertThat(failover.instancePorts().writes()).isPositive();
      assertThat(new Summary(played.report()).text()).contains("write outage", "Drawbridge");
      assertThat(played.timeline().svg()).contains("kill", "switched", "settled");
      assertThat(out.toString()).containsSubsequence("kills", "promotes", "Refreshed");
      assertThat(stage.cluster().servers()).hasSize(3);
      assertThat(stage.cluster().writer().host().name()).isNotEqualTo("orders-1");
    }
  }

  /** A person who reads the link and answers on the page that it leads to. */
  private static void approve(StringWriter out, Stage stage, String url) {
    Pattern link = Pattern.compile(Pattern.quote(url) + "(/approvals/[0-9a-f]{32})");
    Matcher found = link.matcher(out.toString());
    while (!found.find()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      found = link.matcher(out.toString());
    }
    Browser browser = new Browser(stage.scenario().installation().pages(), url);
    Browser.Reply page = browser.signIn("grace", found.group(1));
    String action = found.group();
    browser.post(
        found.group(1),
        Map.of(
            "decision",
            "approve",
            "comment",
            "",
            "digest",
            page.hidden(action, "digest"),
            "nonce",
            page.hidden(action, "nonce")));
  }

  private static Settings fast() {
    Settings published = Settings.published();
    return published.dividedBy(DIVISOR).states(published.states().pausesDividedBy(DIVISOR));
  }
}
