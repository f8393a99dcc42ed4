package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InspectionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What passes by itself, and comes again and again. */
class ComingBackTest {
  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
  private static final Finding SICK = Finding.of(Kind.WRITER_UNHEALTHY, "w", "no healthy target");
  private static final int HOURS = 4;

  private final List<String> news = new ArrayList<>();
  private InspectionRecord record = InspectionRecord.first("orders");
  private int minute;

  @Test
  void three_minutes_of_four_are_told_though_none_of_these_times_is_four_minutes_long() {
    comesAndGoes(3, 1, 6);
    assertThat(news).singleElement().asString().contains("no healthy target", "come back 1 time ");
  }

  @Test
  void what_comes_and_goes_is_told_once_an_hour_and_said_to_be_over_once_it_is() {
    comesAndGoes(6, 1, HOURS * 60);
    assertThat(news).hasSizeBetween(2, 1 + HOURS).noneMatch(line -> line.startsWith("over"));
    assertThat(news.getLast()).contains("come back ", " times since " + START);
    news.clear();

    comesAndGoes(0, 1, 62);

    assertThat(news)
        .singleElement()
        .asString()
        .startsWith("over, since " + START)
        .contains("times");
    assertThat(record.gone()).isEmpty();
  }

  @Test
  void pauses_that_are_longer_than_its_patience_make_no_mail_of_each() {
    comesAndGoes(6, 5, HOURS * 60);
    assertThat(news).hasSizeBetween(3, 2 * HOURS);
  }

  @Test
  void what_was_over_and_comes_back_is_told_after_its_patience_and_not_at_once() {
    comesAndGoes(6, 5, 11);
    assertThat(news).hasSize(2).last().asString().startsWith("over, since");
    comesAndGoes(4, 0, 4);
    assertThat(news).hasSize(2);
    comesAndGoes(1, 0, 1);
    assertThat(news).hasSize(3).last().asString().contains("come back 1 time since " + START);
  }

  @Test
  void a_minute_now_and_then_is_nobodys_business() {
    comesAndGoes(1, 3, 12);
    comesAndGoes(0, 1, 5);
    comesAndGoes(1, 9, HOURS * 60);
    assertThat(news).isEmpty();
  }

  @Test
  void what_is_gone_is_looked_after_each_minute_until_it_is_over() {
    comesAndGoes(6, 1, 7);
    assertThat(record.nextAt()).isEqualTo(START.plus(Duration.ofMinutes(7)));
    comesAndGoes(0, 1, 4);
    assertThat(news).hasSize(2);
    assertThat(record.nextAt()).isEqualTo(START.plus(Duration.ofMinutes(20)));
  }

  @Test
  void a_look_that_fails_now_and_then_is_told_as_any_other_trouble() {
    for (; minute < 30; minute++) {
      if (minute % 4 == 3) {
        comesAndGoes(0, 1, 1);
        minute--;
      } else {
        Turn turn = Turn.unseen(record, "throttled", now());
        news.addAll(turn.news());
        record = turn.next();
      }
    }
    assertThat(news).singleElement().asString().contains("could not be looked at: throttled");
  }

  @Test
  void a_figure_that_changes_is_no_news() {
    for (int used : List.of(45, 45, 45, 45, 45, 46, 45, 47)) {
      look(List.of(Finding.of(Kind.QUOTA_NEARLY_FULL, "listeners", used + " of 50 are used")));
    }
    assertThat(news).hasSize(1);
  }

  @Test
  void what_comes_under_ever_other_names_does_not_fill_the_record() {
    for (int i = 0; i < 40; i++) {
      List<Finding> found = new ArrayList<>();
      for (int j = 0; j < 60; j++) {
        found.add(Finding.of(Kind.INTERFACE_UNKNOWN, "eni-%d-%d".formatted(i, j), "not ours"));
      }
      look(found);
    }
    assertThat(record.gone()).hasSize(100);
    assertThat(news).isEmpty();
  }

  @Test
  void what_does_not_fit_on_the_record_is_said_to_be_over_at_once() {
    List<Finding> found =
        IntStream.range(0, 110)
            .mapToObj(i -> Finding.of(Kind.ENDPOINT_NOT_AVAILABLE, "vpce-" + i, "is failed"))
            .toList();
    for (int i = 0; i < 6; i++) {
      look(found);
    }
    assertThat(news).hasSize(110);
    look(List.of());
    assertThat(news).hasSize(120).last().asString().startsWith("over, since");
    for (int i = 0; i < 5; i++) {
      look(List.of());
    }
    assertThat(news).as("none is left out").hasSize(220);
  }

  /** So many minutes it is there and so many it is not, over and over. */
  private void comesAndGoes(int there, int away, int minutes) {
    for (int i = 0; i < minutes; i++) {
      look(i % (there + away) < there ? List.of(SICK) : List.of());
    }
  }

  private void look(List<Finding> found) {
    Turn turn = Turn.of(record, found, Optional.empty(), now(), Duration.ofMinutes(10));
    news.addAll(turn.news());
    record = turn.next();
    minute++;
  }

  private Instant now() {
    return START.plus(Duration.ofMinutes(minute));
  }
}
