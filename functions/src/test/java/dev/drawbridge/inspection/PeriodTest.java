package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "20, 10", "21, 10.5", "40, 20", "200, 100"})
  void up_to_20_databases_are_looked_at_each_ten_minutes_and_more_as_much_less_often(
      int databases, double minutes) {
    assertThat(Period.of(databases)).isEqualTo(Duration.ofSeconds(Math.round(minutes * 60)));
  }
}
