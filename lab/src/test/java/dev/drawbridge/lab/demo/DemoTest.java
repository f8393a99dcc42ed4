package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.simulator.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
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
    try (Stage stage = new Stage(fast(), Dialect.MARIADB, 1)) {
      // The profile only names the report, and says how long to wait at most.
      Demo.Played played = new Demo(stage, Delays.LAB, progress, Optional.empty(), 1).play();

      Report.Failover failover = played.report().failover();
      assertThat(failover.complaint()).isEmpty();
      assertThat(failover.writeErrors()).isPositive();
      assertThat(failover.writeOutageSeconds()).isPositive();
      assertThat(new Summary(played.report()).text()).contains("write outage", "Drawbridge");
      assertThat(played.timeline().svg()).contains("kill", "switched", "settled");
      assertThat(out.toString()).containsSubsequence("kills", "promotes", "Refreshed");
      assertThat(stage.cluster().servers()).hasSize(3);
      assertThat(stage.cluster().writer().host().name()).isNotEqualTo("orders-1");
    }
  }

  private static Settings fast() {
    Settings published = Settings.published();
    return published.dividedBy(DIVISOR).states(published.states().pausesDividedBy(DIVISOR));
  }
}
