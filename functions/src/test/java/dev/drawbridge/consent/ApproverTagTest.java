package dev.drawbridge.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproverTagTest {
  private static final Optional<String> INSTALLED = Optional.of("role/dba");

  @ParameterizedTest
  @ValueSource(strings = {"Drawbridge:Approvers", "DRAWBRIDGE:APPROVERS", "drawbridge:approvers "})
  void a_tag_that_is_nearly_ours_is_not_passed_over(String key) {
    assertThatThrownBy(
            () -> ApproverLists.of(INSTALLED, Map.of(key, "role/nobody"), "111111111111"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("'" + key + "'")
        .hasMessageContaining("case-sensitive");
  }

  @Test
  void names_are_separated_by_spaces_and_what_rds_would_not_keep_is_refused() {
    assertThat(
            ApproverLists.of(
                    INSTALLED,
                    Map.of("drawbridge:approvers", "role/payroll group:dba"),
                    "111111111111")
                .getLast()
                .names())
        .containsExactly("arn:aws:iam::111111111111:role/payroll", "group:dba");
    assertThatThrownBy(
            () ->
                ApproverLists.of(
                    INSTALLED,
                    Map.of("drawbridge:approvers", "role/payroll,group:dba"),
                    "111111111111"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("by spaces");
  }

  @Test
  void ours_narrows_the_list_and_others_do_not() {
    assertThat(
            ApproverLists.of(
                INSTALLED, Map.of("drawbridge:approvers", "role/payroll"), "111111111111"))
        .hasSize(2);
    assertThat(ApproverLists.of(INSTALLED, Map.of("approvers", "x"), "111111111111")).hasSize(1);
  }
}
