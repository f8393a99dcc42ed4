package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final Finding RULE =
      Finding.of(Kind.RULE_GONE, "TCP 3306", "the database's security group lacks a rule");
  private static final Finding ZONE = Finding.of(Kind.CROSS_ZONE_OFF, "lb", "cross-zone is off");
  private static final Finding DOOR = Finding.of(Kind.WILDCARD_PRINCIPAL, "*", "lets everybody in");
  private static final Finding OVER = Finding.of(Kind.END_DATE_PASSED, "shop", "its last day was");
  private static final Finding SICK = Finding.of(Kind.WRITER_UNHEALTHY, "w", "no healthy target");

  private InspectionRecord record = InspectionRecord.first(ARN);

  @Test
  void a_finding_for_people_is_told_once_and_once_more_when_it_is_over() {
    assertThat(look(0, DOOR).news()).singleElement().asString().contains("lets everybody in");
    assertThat(look(10, DOOR).news()).isEmpty();
    assertThat(look(20).news()).singleElement().asString().startsWith("over, since " + START);
    assertThat(look(30).news()).isEmpty();
  }

  /** Nobody can take a zone away while endpoints are there: nobody wants it away. */
  @Test
  void a_zone_that_a_run_has_left_out_is_told_once_and_stops_no_mending() {
    Finding zone = Finding.of(Kind.ZONE_MISSING, "zone-c", "zone-c is not covered");
    assertThat(look(0, zone).mend()).containsExactly(zone);
    ended(new RunState(RunState.Status.SUCCEEDED, null));
    Turn told = look(10, zone);
    assertThat(told.mend()).isEmpty();
    assertThat(told.news()).singleElement().asString().contains("a run has left it out");
    assertThat(look(20, zone, RULE).mend()).containsExactly(RULE);
    for (int minutes = 30; minutes < 4_000; minutes += 60) {
      Turn later = look(minutes, zone);
      assertThat(later.mend()).isEmpty();
      assertThat(later.news()).noneMatch(line -> line.contains("zone-c"));
    }
  }

  @Test
  void a_finding_that_says_something_else_is_told_again() {
    look(0, DOOR);
    Finding changed = Finding.of(Kind.WILDCARD_PRINCIPAL, "*", "lets everybody in, still");
    assertThat(look(10, changed).news()).singleElement().asString().contains("still");
  }

  @Test
  void about_endpoints_that_come_and_go_people_are_asked_ten_times_a_day_and_told_once() {
    int asked = 0;
    int told = 0;
    for (int i = 0; i < 40; i++) {
      Turn turn =
          look(
              10 * i,
              Finding.of(
                  Kind.ENDPOINT_WAITS, "vpce-" + i, "endpoint vpce-" + i + " waits", "shop"));
      asked += turn.ask().size();
      told +=
          (int)
              turn.news().stream()
                  .filter(line -> line.startsWith("more endpoints of shop"))
                  .count();
    }
    assertThat(asked).isEqualTo(10);
    assertThat(told).isEqualTo(1);
    Turn other =
        look(401, Finding.of(Kind.ENDPOINT_WAITS, "vpce-x", "endpoint vpce-x waits", "other"));
    assertThat(other.ask()).as("another's are asked about").hasSize(1);
    assertThat(
            look(60 * 25, Finding.of(Kind.ENDPOINT_WAITS, "vpce-y", "vpce-y waits", "shop")).ask())
        .as("the next day again")
        .hasSize(1);
  }

  @Test
  void a_removed_rule_is_put_back_once_and_stays_removed_when_it_is_removed_again() {
    assertThat(look(0, RULE).mend()).containsExactly(RULE);
    assertThat(look(1).mend()).isEmpty();

    Turn again = look(60, RULE);

    assertThat(again.mend()).isEmpty();
    assertThat(again.news()).singleElement().asString().contains("put back at " + START);
    assertThat(look(70, RULE).news()).isEmpty();
    assertThat(look(60 * 23, RULE).mend()).isEmpty();
  }

  @Test
  void a_day_later_it_is_put_back_once_more() {
    look(0, RULE);
    look(1);
    assertThat(look(60 * 24 + 1, RULE).mend()).containsExactly(RULE);
  }

  @Test
  void a_run_that_failed_has_put_nothing_back_and_is_tried_again_at_growing_distances() {
    assertThat(look(0, RULE).mend()).hasSize(1);
    ended(new RunState(RunState.Status.FAILED, "its writer does not serve now"));

    Turn soon = look(6, RULE);
    assertThat(soon.mend()).isEmpty();
    assertThat(soon.news())
        .singleElement()
        .asString()
        .contains("putting it back failed", "its writer does not serve now")
        .doesNotContain("it was put back");
    assertThat(look(7, RULE).news()).isEmpty();
    assertThat(look(10, RULE).mend()).hasSize(1);

    ended(new RunState(RunState.Status.FAILED, "its writer does not serve now"));
    assertThat(look(21, RULE).mend()).isEmpty();
    assertThat(look(30, RULE).mend()).hasSize(1);
    ended(new RunState(RunState.Status.SUCCEEDED, null));
    assertThat(look(40, RULE).news()).singleElement().asString().contains("it was put back at");
  }

  @Test
  void a_run_that_takes_its_time_is_waited_for() {
    look(0, RULE);
    ended(new RunState(RunState.Status.RUNNING, null));
    Turn later = look(40, RULE);
    assertThat(later.mend()).isEmpty();
    assertThat(later.news()).isEmpty();
  }

  @Test
  void a_further_target_that_comes_again_and_again_stops_no_mending() {
    Finding further = Finding.of(Kind.TARGETS_BEHIND, "port 5434", "port 5434 holds two");
    look(0, further);
    look(1);

    Turn again = look(30, further, RULE);

    assertThat(again.mend()).containsExactly(RULE);
    assertThat(again.next().known())
        .filteredOn(entry -> entry.key().equals(further.key()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.remedy()).isEqualTo(Remedy.REFRESH.name()));
  }

  private void ended(RunState state) {
    record = record.withPutBack(record.putBack().stream().map(entry -> entry.with(state)).toList());
  }

  @Test
  void what_was_removed_twice_is_not_put_back_by_a_run_for_something_else() {
    look(0, RULE);
    look(1);
    Turn both = look(60, RULE, ZONE);
    assertThat(both.mend()).isEmpty();
    assertThat(both.news()).hasSize(2);
  }

  @Test
  void a_hold_stops_what_would_be_put_back_and_no_word() {
    Turn held = Turn.of(record, List.of(RULE), Optional.of("an audit"), START, PERIOD);
    assertThat(held.mend()).isEmpty();
    assertThat(held.news())
        .singleElement()
        .asString()
        .contains("nothing is put back, for an audit");
  }

  @Test
  void a_path_whose_day_is_over_is_ended_as_soon_as_no_hold_keeps_it_open() {
    assertThat(look(0, OVER).end()).containsExactly(OVER);
    Turn held =
        Turn.of(record, List.of(OVER), Optional.of("an audit"), START.plusSeconds(60), PERIOD);
    record = held.next();
    assertThat(held.end()).isEmpty();
    assertThat(held.news()).singleElement().asString().contains("open still, for an audit");
    assertThat(record.nextAt()).isEqualTo(START.plus(Duration.ofMinutes(2)));

    assertThat(look(2, OVER).end()).containsExactly(OVER);
  }

  @Test
  void an_order_to_end_a_path_that_came_to_nothing_is_given_again_the_same_day() {
    look(0, OVER);
    assertThat(look(59, OVER).end()).isEmpty();
    assertThat(look(60, OVER).end()).containsExactly(OVER);
  }

  @Test
  void what_passes_by_itself_is_told_only_when_it_stands() {
    assertThat(look(0, SICK).news()).isEmpty();
    assertThat(record.nextAt()).as("looked at again soon").isEqualTo(START.plusSeconds(60));
    assertThat(look(1).news()).as("over before anybody knew").isEmpty();
    look(10, SICK);
    assertThat(look(15, SICK).news()).hasSize(1);
    assertThat(record.nextAt())
        .as("people want to know when it is over")
        .isEqualTo(START.plus(Duration.ofMinutes(16)));
    look(41, SICK);
    assertThat(record.nextAt()).isEqualTo(START.plus(Duration.ofMinutes(51)));
  }

  @Test
  void a_look_that_fails_says_nothing_about_what_was_found_before() {
    look(0, DOOR);
    Turn unseen = Turn.unseen(record, "AccessDenied", START.plusSeconds(600));
    record = unseen.next();
    assertThat(unseen.news()).isEmpty();
    assertThat(Turn.unseen(record, "AccessDenied", START.plusSeconds(900)).news())
        .singleElement()
        .asString()
        .contains("could not be looked at: AccessDenied");
    assertThat(look(20, DOOR).news()).as("still known").isEmpty();
  }

  @Test
  void a_run_that_has_changed_nothing_is_not_said_to_have_put_anything_back() {
    look(0, RULE);
    ended(new RunState(RunState.Status.SUCCEEDED, null));
    for (int minute = 1; minute < 6; minute++) {
      assertThat(look(minute, RULE).news()).isEmpty();
    }
    assertThat(look(6, RULE).news())
        .singleElement()
        .asString()
        .contains("of " + START + ", has changed nothing that a look has seen")
        .doesNotContain("it was put back");
    assertThat(look(7, RULE).news()).isEmpty();
  }

  @Test
  void periods_stretch_with_the_number_of_databases() {
    assertThat(Period.of(1)).isEqualTo(Duration.ofMinutes(10));
    assertThat(Period.of(20)).isEqualTo(Duration.ofMinutes(10));
    assertThat(Period.of(200)).isEqualTo(Duration.ofMinutes(100));
  }

  private Turn look(int minute, Finding... found) {
    Instant now = START.plus(Duration.ofMinutes(minute));
    Turn turn = Turn.of(record, List.of(found), Optional.empty(), now, PERIOD);
    record = turn.next();
    return turn;
  }
}
