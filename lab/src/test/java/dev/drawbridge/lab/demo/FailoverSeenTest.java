package dev.drawbridge.lab.demo;

import static dev.drawbridge.lab.demo.Attempts.KILL;
import static dev.drawbridge.lab.demo.Attempts.at;
import static dev.drawbridge.lab.demo.Attempts.good;
import static dev.drawbridge.lab.demo.Attempts.readOnly;
import static dev.drawbridge.lab.demo.Attempts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.demo.Timeline.Entry;
import dev.drawbridge.lab.failover.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailoverSeenTest {
  private static final Milestones SEEN =
      new Milestones(
          KILL,
          Optional.of(at(1000)),
          Optional.of(at(1800)),
          Optional.of(at(1500)),
          Optional.of(at(2100)));
  private static final Instant SETTLED = at(9000);
  private static final Impact PORTS =
      new Impact(
          Dialect.MARIADB,
          KILL,
          1,
          List.of(good(-150, 1), refused(60), good(1100, 2), good(8500, 2)),
          List.of());
  private static final PublishedFailover PUBLISHED =
      new PublishedFailover(Duration.ofSeconds(140), Duration.ofSeconds(17), Optional.empty());

  @Test
  void the_parts_of_the_report_add_up_to_the_time_since_the_kill() {
    Report.Failover report = seen(good(-100, 1), refused(50), good(8000, 2)).report(PUBLISHED);
    assertThat(report.ownSeconds()).isEqualTo(0.3);
    assertThat(report.aws()).isEqualTo(new Report.Aws(1.0, 0.8, 6.0));
    assertThat(report.writeOutageSeconds()).isEqualTo(8.1);
    assertThat(report.publishedDelays().writeOutageSeconds()).isEqualTo(140);
    assertThat(report.instancePorts()).isEqualTo(new Report.InstancePorts(1.25, 4, 1));
    assertThat(report.publishedDelays().instancePortsWriteOutageSeconds()).isEqualTo(17);
    assertThat(report.complaint()).isEmpty();
  }

  @Test
  void writes_at_a_reader_are_counted_by_phase_and_forgiven_until_the_switch_has_settled() {
    Report.Failover report =
        seen(refused(50), readOnly(2000), readOnly(3000), readOnly(8999), good(9100, 2))
            .report(PUBLISHED);
    assertThat(report.misdirectedBefore()).isEqualTo(new Report.Misdirected(1, 2));
    assertThat(report.misdirectedWrites()).isZero();
    assertThat(report.complaint()).isEmpty();
  }

  @Test
  void a_write_at_a_reader_after_the_switch_has_settled_breaks_the_promise() {
    Report.Failover report = seen(refused(50), readOnly(9000), good(9200, 2)).report(PUBLISHED);
    assertThat(report.misdirectedWrites()).isEqualTo(1);
    assertThat(report.complaint()).hasValueSatisfying(it -> assertThat(it).startsWith("1 write "));
  }

  @Test
  void writes_that_fail_again_at_the_end_break_the_promise() {
    Report.Failover report = seen(refused(50), good(8000, 2), refused(9900)).report(PUBLISHED);
    assertThat(report.writeOutageSeconds()).isNull();
    assertThat(report.complaint()).hasValueSatisfying(it -> assertThat(it).contains("fail again"));
  }

  @Test
  void reads_that_stop_with_the_writes_break_the_promise() {
    Impact impact =
        new Impact(
            Dialect.MARIADB,
            KILL,
            1,
            List.of(good(-200, 1), refused(50), good(8000, 2)),
            List.of(good(-200, 2), refused(100), good(8200, 2)));
    Report.Failover report =
        FailoverSeen.of(SEEN, impact, PORTS, SETTLED, new Timeline()).report(PUBLISHED);
    assertThat(report.complaint()).hasValueSatisfying(it -> assertThat(it).contains("no read"));
  }

  @Test
  void the_timeline_shows_the_milestones_in_order_and_writes_in_three_colours_of_fate() {
    List<Entry> entries = seen(good(-200, 1), refused(50), readOnly(3000), good(8000, 2)).entries();
    assertThat(entries)
        .filteredOn(entry -> entry.lane().equals("milestones"))
        .extracting(Entry::label)
        .containsExactly(
            "kill",
            "promotion",
            "good through instance ports",
            "event delivered",
            "switched",
            "first good write",
            "old writer reads",
            "settled");
    assertThat(entries)
        .filteredOn(entry -> entry.lane().equals("writes"))
        .extracting(Entry::label)
        .containsExactly("good", "failed", "misdirected", "good");
    assertThat(entries)
        .filteredOn(entry -> entry.lane().equals("instance ports"))
        .extracting(Entry::label)
        .containsExactly("good", "failed", "good");
  }

  private static FailoverSeen seen(Attempt... writes) {
    Impact impact =
        new Impact(Dialect.MARIADB, KILL, 1, List.of(writes), List.of(good(100, 2), good(8500, 1)));
    return FailoverSeen.of(SEEN, impact, PORTS, SETTLED, new Timeline());
  }
}
