package dev.drawbridge.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.demo.ServedPages;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.pages.BrowserScript;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The lab's page in a real browser, driven by {@code lab/src/test/browser/lab.mjs}, while an
 * onboarding to real databases and a failover of theirs go on.
 */
class LabPageBrowserIT {
  private static final long DIVISOR = 100;
  private static final long PATIENCE_SECONDS = 420;

  @Test
  void the_page_follows_a_live_onboarding_and_a_failover() {
    try (Stage stage = new Stage(fast(), Dialect.MARIADB, 1);
        ServedPages pages = new ServedPages(stage.scenario(), 0);
        LabPage page = new LabPage(stage.scenario(), 0, pages.url(), new StageKill(stage, true))) {
      BrowserScript browser = BrowserScript.start("lab.mjs", "follow", page.url() + "/");
      Scenario scenario = stage.scenario();
      Encounter encounter =
          Encounter.start(
              scenario,
              scenario.consumer(),
              scenario.approver("grace@example.com"),
              RequestText.to("orders").json());
      encounter.invited().createEndpoint();
      assertThat(encounter.run().end(Duration.ofMinutes(10)).statusAsString())
          .isEqualTo("SUCCEEDED");
      browser.end(PATIENCE_SECONDS);
      assertThat(stage.cluster().writer().host().name()).isNotEqualTo("orders-1");
    }
  }

  private static Settings fast() {
    Settings published = Settings.published();
    return published.dividedBy(DIVISOR).states(published.states().pausesDividedBy(DIVISOR));
  }
}
