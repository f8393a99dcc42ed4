package dev.drawbridge.lab.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AdaptationTest {
  private static final StateMachine ONBOARD = Catalogue.stateMachines().getLast();

  @Test
  void an_engine_that_takes_everything_gets_everything() {
    Adaptation adapted = Adaptation.of(ONBOARD.definition(), definition -> Optional.empty());
    assertThat(adapted.dropped()).isEmpty();
    assertThat(adapted.remark()).isEqualTo("nothing was dropped");
    assertThat(adapted.definition()).contains("JitterStrategy", "MaxDelaySeconds", "ErrorPath");
  }

  @Test
  void every_retry_comes_after_a_second() {
    Adaptation adapted = Adaptation.of(ONBOARD.definition(), definition -> Optional.empty());
    assertThat(adapted.definition())
        .doesNotContainPattern("\"IntervalSeconds\":(?!1\\b)")
        .doesNotContainPattern("\"BackoffRate\":(?!1\\.0)");
  }

  @Test
  void what_an_engine_does_not_know_is_dropped_and_named() {
    Adaptation adapted =
        Adaptation.of(ONBOARD.definition(), refusing("JitterStrategy", "MaxDelaySeconds"));
    assertThat(adapted.dropped())
        .containsExactlyInAnyOrder(NewerField.JITTER, NewerField.LONGEST_DELAY);
    assertThat(adapted.remark()).isEqualTo("dropped: JitterStrategy, MaxDelaySeconds");
    assertThat(adapted.definition())
        .doesNotContain("JitterStrategy", "MaxDelaySeconds")
        .contains("ErrorPath");
  }

  @Test
  void an_engine_without_failure_paths_gets_none() {
    Adaptation adapted = Adaptation.of(ONBOARD.definition(), refusing("ErrorPath", "CausePath"));
    assertThat(adapted.definition()).doesNotContain("ErrorPath", "CausePath");
    assertThat(adapted.dropped()).contains(NewerField.FAILURE_PATHS);
  }

  @Test
  void an_engine_that_refuses_what_is_left_is_quoted() {
    assertThatThrownBy(
            () -> Adaptation.of(ONBOARD.definition(), definition -> Optional.of("no lambda here")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no lambda here");
  }

  /** An older engine: its answer names the first field that it does not know. */
  private static Function<String, Optional<String>> refusing(String... unknown) {
    return definition ->
        List.of(unknown).stream()
            .filter(name -> definition.contains('"' + name + '"'))
            .findFirst()
            .map(name -> "Field '" + name + "' is not supported");
  }
}
