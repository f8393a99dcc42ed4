package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.plan.Quotas.Demand;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotasTest {
  @Test
  void what_is_not_named_has_awss_default() {
    assertThat(Quotas.of("")).isEqualTo(Quotas.DEFAULTS);
    assertThat(Quotas.of("rulesPerSecurityGroup=100, loadBalancers=80"))
        .isEqualTo(new Quotas(100, 80, 3000, 50, 500, 0));
  }

  @Test
  void a_quota_that_there_is_not_and_one_that_is_no_number_are_named() {
    assertThatThrownBy(() -> Quotas.of("listeners=3")).hasMessageContaining("listeners");
    assertThatThrownBy(() -> Quotas.of("loadBalancers=many")).hasMessageContaining("many");
    assertThatThrownBy(() -> Quotas.of("loadBalancers")).hasMessageContaining("loadBalancers=80");
  }

  @Test
  void the_last_place_may_be_taken_and_the_next_may_not() {
    assertThatCode(() -> Quotas.require(List.of(new Demand("rules", 58, 2, 60))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Quotas.require(List.of(new Demand("rules", 59, 2, 60))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("rules: 59 of 60 are used, 2 more are needed");
  }

  @Test
  void who_needs_nothing_more_passes_though_a_quota_is_overdrawn() {
    assertThatCode(() -> Quotas.require(List.of(new Demand("rules", 70, 0, 60))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_lower_bound_is_called_one_and_what_fits_by_it_may_not_fit() {
    Demand fits = new Demand("rules", 58, 2, 60, "1 of them names a list");
    assertThat(Quotas.uncertain(List.of(fits, new Demand("listeners", 1, 1, 50))))
        .containsExactly(
            "rules: at least 58 of 60 are used (1 of them names a list), 2 more are needed");
    Demand exceeds = new Demand("rules", 59, 2, 60, "1 of them names a list");
    assertThat(Quotas.uncertain(List.of(exceeds))).isEmpty();
    assertThatThrownBy(() -> Quotas.require(List.of(exceeds)))
        .hasMessageContaining("rules: at least 59 of 60 are used (1 of them names a list)");
    assertThat(Quotas.uncertain(List.of(new Demand("rules", 58, 0, 60, "a list")))).isEmpty();
  }

  @Test
  void an_unknown_quota_is_not_looked_at() {
    assertThatCode(() -> Quotas.require(List.of(new Demand("services", 1000, 1, 0))))
        .doesNotThrowAnyException();
  }

  @Test
  void everything_that_does_not_fit_is_in_one_sentence() {
    assertThatThrownBy(
            () ->
                Quotas.require(
                    List.of(new Demand("balancers", 50, 1, 50), new Demand("rules", 60, 3, 60))))
        .hasMessageContaining("balancers: 50 of 50")
        .hasMessageContaining("rules: 60 of 60");
  }
}
