package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Exposure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartureTest {
  private static final Instant SINCE = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void it_takes_two_looks_five_minutes_apart() {
    assertThat(Departure.of(null, SINCE, false)).isEqualTo(Departure.LOOK_AGAIN);
    assertThat(after(Duration.ofMinutes(5).minusMillis(1))).isEqualTo(Departure.LOOK_AGAIN);
    assertThat(after(Duration.ofMinutes(5))).isEqualTo(Departure.WITHDRAW);
  }

  @Test
  void nothing_is_left_where_only_others_addresses_were() {
    assertThat(Departure.of(null, SINCE, true)).isEqualTo(Departure.NOTHING_LEFT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, false",
    "2, 2, false",
    "3, 3, true",
    "3, 29, true",
    "3, 30, false",
    "4, 30, true"
  })
  void more_than_two_and_more_than_a_tenth_are_too_many(long gone, long exposed, boolean many) {
    assertThat(Departure.many(gone, exposed)).isEqualTo(many);
  }

  @Test
  void those_are_gone_at_once_whose_absences_began_within_an_hour_and_for_a_day() {
    Instant soon = SINCE.plus(Duration.ofDays(1)).minusMillis(1);
    assertThat(Departure.together(absent(0), null, soon)).isFalse();
    for (int sign : new int[] {-1, 1}) {
      assertThat(Departure.together(absent(0), absent(sign * 59), soon)).isTrue();
      assertThat(Departure.together(absent(0), absent(sign * 60), soon)).isFalse();
      assertThat(Departure.together(absent(0), absent(sign), soon.plusMillis(1))).isFalse();
    }
  }

  @Test
  void groups_that_somebody_tags_as_ours_make_those_that_are_gone_no_fewer() {
    List<Exposure> gone = databases("gone", 3).map(each -> each.with(absent(0))).toList();
    List<Exposure> madeUp =
        IntStream.range(0, 100).mapToObj(i -> Exposure.first("made-up-" + i)).toList();
    List<Exposure> there = databases("there", 27).toList();

    assertThat(Departure.many(absent(0), gone, SINCE)).isTrue();
    assertThat(Departure.many(absent(0), joined(gone, madeUp), SINCE)).isTrue();
    assertThat(Departure.many(absent(0), joined(gone, there), SINCE)).isFalse();
  }

  @Test
  void people_are_told_of_many_once_an_hour() {
    Exposure.Absence told = Departure.MANY_AT_ONCE.next(absent(0), SINCE);
    assertThat(told.toldAt()).isEqualTo(SINCE);
    assertThat(Departure.MANY_AT_ONCE.next(told, SINCE.plusSeconds(3599))).isEqualTo(told);
    Instant later = SINCE.plusSeconds(3600);
    assertThat(Departure.MANY_AT_ONCE.next(told, later).toldAt()).isEqualTo(later);
  }

  private static Stream<Exposure> databases(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> Exposure.first(name + i).of("cluster-" + i));
  }

  private static List<Exposure> joined(List<Exposure> some, List<Exposure> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Departure after(Duration time) {
    return Departure.of(absent(0), SINCE.plus(time), false);
  }

  private static Exposure.Absence absent(int minutes) {
    return new Exposure.Absence("gone", SINCE.plus(Duration.ofMinutes(minutes)), null, null, false);
  }
}
