package dev.drawbridge.lab.demo;

import static dev.drawbridge.lab.demo.Attempts.KILL;
import static dev.drawbridge.lab.demo.Attempts.at;
import static dev.drawbridge.lab.demo.Attempts.good;
import static dev.drawbridge.lab.demo.Attempts.readOnly;
import static dev.drawbridge.lab.demo.Attempts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.database.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactTest {

  @Test
  void an_outage_lasts_from_the_last_good_write_to_the_first_that_no_failed_one_follows() {
    Impact impact =
        writes(
            good(-400, 1), good(-200, 1), refused(50), good(900, 2), readOnly(1000), good(1200, 2));
    assertThat(impact.firstGoodWrite()).contains(at(1000));
    assertThat(impact.writesAgain()).contains(at(1300));
    assertThat(impact.writeOutage()).contains(Duration.ofMillis(1400));
    assertThat(impact.writeErrors()).isEqualTo(2);
  }

  @Test
  void a_write_that_was_under_way_at_the_kill_is_neither_the_last_good_one_nor_the_first() {
    Impact impact = writes(good(-200, 1), good(-50, 1), good(300, 2));
    assertThat(impact.writesAgain()).contains(at(400));
    assertThat(impact.writeOutage()).contains(Duration.ofMillis(500));
  }

  @Test
  void an_outage_that_has_not_ended_has_no_length() {
    Impact impact = writes(good(-200, 1), good(500, 2), refused(700));
    assertThat(impact.writesAgain()).isEmpty();
    assertThat(impact.writeOutage()).isEmpty();
    assertThat(impact.firstGoodWrite()).isPresent();
  }

  @Test
  void a_write_counts_as_misdirected_by_its_begin_and_only_where_a_reader_refused_it() {
    Impact impact = writes(refused(100), readOnly(200), readOnly(300), good(400, 2));
    assertThat(impact.misdirected(Instant.MIN, at(200))).isZero();
    assertThat(impact.misdirected(at(200), at(300))).isEqualTo(1);
    assertThat(impact.misdirected(at(300), Instant.MAX)).isEqualTo(1);
  }

  @Test
  void the_longest_pause_of_reads_is_between_the_ends_of_good_ones() {
    Impact impact = reads(good(0, 2), refused(200), good(700, 3), good(900, 3));
    assertThat(impact.longestReadGap()).isEqualTo(Duration.ofMillis(700));
    assertThat(impact.readErrors()).isEqualTo(1);
  }

  @Test
  void the_killed_server_reads_again_when_it_answers_a_read_begun_after_the_kill() {
    assertThat(reads(good(-10, 1), good(100, 2)).victimRead()).isEmpty();
    assertThat(reads(good(100, 2), good(200, 1)).victimRead()).contains(at(300));
  }

  @Test
  void reads_during_the_outage_are_those_begun_before_writes_were_good_again() {
    Impact impact =
        new Impact(
            Dialect.MARIADB,
            KILL,
            1,
            List.of(refused(10), good(500, 2)),
            List.of(good(-200, 2), good(100, 2), refused(200), good(550, 3), good(700, 3)));
    assertThat(impact.readsDuringOutage()).isEqualTo(2);
  }

  private static Impact writes(Attempt... writes) {
    return new Impact(Dialect.MARIADB, KILL, 1, List.of(writes), List.of());
  }

  private static Impact reads(Attempt... reads) {
    return new Impact(Dialect.MARIADB, KILL, 1, List.of(), List.of(reads));
  }
}
