package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

class DashboardTest {
  /** What our workers count, as their sources spell it. */
  private static final List<String> OURS =
      List.of(
          "Waits",
          "SwitchTime",
          "SettleTime",
          "RefreshTime",
          "CuttingFindings",
          "OtherFindings",
          "FailedInspections",
          "WRITER_UNHEALTHY");

  private final JsonNode widgets = widgets();

  @Test
  void every_question_of_an_operator_has_a_graph() {
    assertThat(widgets)
        .extracting(widget -> widget.at("/properties/title").asText())
        .containsExactly(
            "Onboardings by outcome",
            "Waiting for people",
            "Refreshes by cause",
            "Recovery time, seconds",
            "Findings",
            "Unhealthy writers",
            "Blocked flows",
            "Port allocation errors",
            "Workers' errors",
            "Throttles",
            "Dead letters",
            "Bytes a consumer (all endpoint services)",
            "Connections a consumer (all endpoint services)");
  }

  @Test
  void a_graph_of_ours_shows_a_metric_that_a_worker_counts() {
    List<String> shown = new ArrayList<>();
    widgets.forEach(
        widget ->
            widget
                .at("/properties/metrics")
                .forEach(
                    metric -> {
                      if (metric.path(0).asText().equals("Drawbridge")) {
                        shown.add(metric.path(1).asText());
                      }
                    }));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(OURS);
  }

  @Test
  void graphs_lie_beside_each_other_without_overlap() {
    assertThat(
            StreamSupport.stream(widgets.spliterator(), false)
                .map(widget -> widget.path("x").asInt() + " " + widget.path("y").asInt()))
        .doesNotHaveDuplicates();
    assertThat(widgets)
        .allMatch(widget -> widget.path("x").asInt() + widget.path("width").asInt() <= 24);
  }

  @Test
  void the_template_has_it_with_region_and_account_filled_in() {
    assertThat(properties("AWS::CloudWatch::Dashboard"))
        .singleElement()
        .satisfies(
            dashboard ->
                assertThat(dashboard.path("DashboardBody").toString())
                    .contains("AWS::Region", ":stateMachine:drawbridge-onboard-consumer")
                    .doesNotContain("Token["));
  }

  private static JsonNode widgets() {
    ResourceNames names = new ResourceNames("drawbridge");
    Stack stack = new Stack(new App(), "Any");
    try {
      return new ObjectMapper()
          .readTree(Dashboard.body(names, new InstallationArns(stack, names)))
          .path("widgets");
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
