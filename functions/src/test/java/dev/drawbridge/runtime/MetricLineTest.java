package dev.drawbridge.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Specification: Embedded metric format", Amazon CloudWatch User Guide. */
class MetricLineTest {
  @Test
  void a_line_names_its_metrics_and_holds_their_values_and_dimensions()
      throws JsonProcessingException {
    Metrics metrics =
        new Metrics(
            Instant.ofEpochMilli(1_700_000_000_123L),
            List.of(new Dimension("Database", "orders"), new Dimension("Cause", "event")),
            List.of(
                new Metric("Refreshes", "Count", 1), new Metric("SwitchTime", "Seconds", 1.25)));
    String line = MetricLine.of(metrics);
    assertThat(line).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.at("/_aws/Timestamp").longValue()).isEqualTo(1_700_000_000_123L);
    JsonNode directive = json.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").textValue()).isEqualTo("Drawbridge");
    assertThat(directive.path("Dimensions").toString()).isEqualTo("[[],[\"Database\",\"Cause\"]]");
    assertThat(directive.at("/Metrics/1").toString())
        .isEqualTo("{\"Name\":\"SwitchTime\",\"Unit\":\"Seconds\"}");
    assertThat(json.path("SwitchTime").doubleValue()).isEqualTo(1.25);
    assertThat(json.path("Database").textValue()).isEqualTo("orders");
    assertThat(json.path("Cause").textValue()).isEqualTo("event");
  }

  @Test
  void a_metric_without_dimensions_is_one_metric() throws JsonProcessingException {
    Metrics metrics =
        new Metrics(Instant.EPOCH, List.of(), List.of(new Metric("Waits", "Count", 2)));
    assertThat(
            new ObjectMapper()
                .readTree(MetricLine.of(metrics))
                .at("/_aws/CloudWatchMetrics/0/Dimensions")
                .toString())
        .isEqualTo("[[]]");
  }
}
