package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Whoever looks at a run that has failed reads a sentence: no JSON, no trace, no Java class. */
class CauseTest {
  private static final RequestText GOOD = RequestText.to("orders");

  private final Scenario scenario = Scenario.virtual(3);

  static Stream<Arguments> inputsOfOnboarding() {
    return Stream.of(
        Arguments.of("\"orders\"", "expected a JSON object"),
        Arguments.of("[]", "expected a JSON object"),
        Arguments.of("7", "expected a JSON object"),
        Arguments.of("null", "null"),
        Arguments.of(GOOD.with("readerPort", 0).json(), "readerPort: 0 is refused"),
        Arguments.of(GOOD.with("requestedBy", "ada ".repeat(20_000)).json(), "from the signature"));
  }

  @ParameterizedTest
  @MethodSource("inputsOfOnboarding")
  void of_an_onboarding_that_is_refused(String input, String words) {
    assertSentence(onboard(input), words);
  }

  @Test
  void of_an_onboarding_that_another_run_stands_in_the_way_of() {
    exposable();
    scenario.onboard(GOOD.json());
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    assertSentence(
        onboard(GOOD.with("consumerVpcId", "vpc-0123456789abcdef0").json()),
        "is being worked on by");
  }

  @Test
  void of_an_onboarding_that_fails_later() {
    assertSentence(onboard(GOOD.json()), "no DB cluster or DB instance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"orders\"", "[\"orders\"]", "7", "null", "{\"groups\": \"orders\"}"})
  void of_a_refresh_that_is_refused(String input) {
    Refresh refresh = Refresh.startWith(scenario, input);
    refresh.end();
    assertSentence(refresh.cause(), "");
  }

  @Test
  void of_a_refresh_that_fails_later() {
    Refresh refresh = Refresh.start(scenario, "nothing-of-that-name");
    refresh.end();
    assertSentence(refresh.cause(), "no DB cluster or DB instance");
  }

  private void exposable() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  private String onboard(String input) {
    Onboarding run = scenario.startByHand(input);
    DescribeExecutionResponse ended = run.end(Duration.ofHours(3));
    assertThat(ended.statusAsString()).isEqualTo("FAILED");
    return ended.cause();
  }

  private static void assertSentence(String cause, String words) {
    assertThat(cause)
        .contains(words)
        .hasSizeBetween(10, 1_000)
        .doesNotContain("errorMessage", "stackTrace", "dev.drawbridge", "java.", "\n");
  }
}
