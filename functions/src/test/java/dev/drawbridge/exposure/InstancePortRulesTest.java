package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.SomeChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancePortRulesTest {
  @Test
  void the_range_follows_the_listeners_so_that_one_rule_admits_them_all() {
    assertThat(range(5432, 5433, null, null)).isEqualTo(new InstancePortRange(5434, 5473));
    assertThat(range(6000, 5000, null, null)).isEqualTo(new InstancePortRange(6001, 6040));
  }

  @Test
  void near_the_end_it_stands_before_them() {
    assertThat(range(65_534, 65_535, null, null)).isEqualTo(new InstancePortRange(65_494, 65_533));
  }

  @Test
  void an_owner_says_where_it_begins_and_how_long_it_is() {
    assertThat(range(5432, 5433, 7000, null)).isEqualTo(new InstancePortRange(7000, 7039));
    assertThat(range(5432, 5433, 7000, 7001)).isEqualTo(new InstancePortRange(7000, 7001));
    assertThat(range(5432, 5433, null, 5437)).isEqualTo(new InstancePortRange(5434, 5437));
    assertThat(range(5432, 5433, 65_530, null)).isEqualTo(new InstancePortRange(65_530, 65_535));
  }

  @ParameterizedTest
  @CsvSource({
    "5430,5450,'hold 5432'",
    "5400,5439,'hold 5432'",
    "7001,7000,'the first one is 7001'",
    "7000,7040,'more than 40 ports'"
  })
  void overlapping_and_impossible_ranges_are_refused(int first, int last, String why) {
    assertThatThrownBy(() -> range(5432, 5433, first, last))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_an_earlier_release_decided_has_none() {
    ExposureSettings before = ExposureSettings.defaults().at(5432, 5433).numbered(3, null);
    assertThat(InstancePortRules.decide(before, 5432, 5433)).isEqualTo(before);
    assertThat(before.instanceRange()).isNull();
  }

  private static @Nullable InstancePortRange range(
      int reader, int writer, @Nullable Integer first, @Nullable Integer last) {
    ExposureSettings wanted =
        ExposureSettings.defaults()
            .with(SomeChange.that().instances(true, first, last).said())
            .at(reader, writer);
    return InstancePortRules.decide(wanted, reader, writer).instanceRange();
  }
}
