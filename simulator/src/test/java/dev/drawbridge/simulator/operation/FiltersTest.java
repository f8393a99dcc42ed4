package dev.drawbridge.simulator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.operation.Filters.Condition;
import dev.drawbridge.simulator.operation.Filters.Matching;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private static final List<String> ROWS = List.of("red", "reed", "blue");

  @Test
  void values_are_alternatives_and_filters_must_all_match() {
    Filters<String> filters =
        filters(Matching.EXACT)
            .on("name", row -> row)
            .onAny("letter", row -> row.chars().mapToObj(Character::toString).toList());

    assertThat(filters.apply(ROWS, List.of(on("name", "red", "blue"), on("letter", "d"))))
        .containsExactly("red");
  }

  @Test
  void wildcards_count_only_where_the_service_knows_them() {
    List<Condition> conditions = List.of(on("name", "re?d", "b*"));

    assertThat(filters(Matching.WILDCARDS).on("name", row -> row).apply(ROWS, conditions))
        .containsExactly("reed", "blue");
    assertThat(filters(Matching.EXACT).on("name", row -> row).apply(ROWS, conditions)).isEmpty();
  }

  @Test
  void a_filter_that_is_not_modelled_is_refused_even_where_there_is_nothing_to_filter() {
    assertThatThrownBy(() -> filters(Matching.EXACT).apply(List.of(), List.of(on("colour", "red"))))
        .isInstanceOfSatisfying(
            ServiceError.class, error -> assertThat(error).hasMessage("no filter colour"));
  }

  private static Filters<String> filters(Matching matching) {
    return new Filters<>(
        matching, name -> ServiceError.client("InvalidParameterValue", "no filter " + name));
  }

  private static Condition on(String name, String... values) {
    return new Condition(name, List.of(values));
  }
}
