package dev.drawbridge.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import dev.drawbridge.plan.InstallationName;
import dev.drawbridge.plan.Names;
import java.util.List;

/**
 * A line of log that CloudWatch turns into metrics ("Specification: Embedded metric format", Amazon
 * CloudWatch User Guide): no call and no permission. The libraries that write such lines print them
 * with the time of the system's clock to standard output; these belong to an invocation's log.
 *
 * <p>A metric is written without dimensions and with all of them, and with no others: each set of
 * values is a metric that is billed.
 */
final class MetricLine {
  /** Where CloudWatch shows our metrics. */
  static final String NAMESPACE = InstallationName.metricsNamespace(Names.PREFIX);

  private static final ObjectMapper JSON = new ObjectMapper();

  private MetricLine() {}

  static String of(Metrics metrics) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode aws = root.putObject("_aws");
    aws.put("Timestamp", metrics.at().toEpochMilli());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    List<String> names = metrics.dimensions().stream().map(Dimension::name).toList();
    ArrayNode sets = directive.putArray("Dimensions");
    sets.addArray(); // what alarms and most graphs read
    if (!names.isEmpty()) {
      names.forEach(sets.addArray()::add);
    }
    ArrayNode definitions = directive.putArray("Metrics");
    for (Metric metric : metrics.metrics()) {
      definitions.addObject().put("Name", metric.name()).put("Unit", metric.unit());
      root.put(metric.name(), metric.value());
    }
    metrics.dimensions().forEach(dimension -> root.put(dimension.name(), dimension.value()));
    return root.toString();
  }
}
