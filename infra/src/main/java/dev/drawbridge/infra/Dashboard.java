package dev.drawbridge.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.plan.InstallationName;
import dev.drawbridge.workflows.StateMachine;
import java.util.List;
import software.amazon.awscdk.Aws;

/**
 * The dashboard's body: one graph a question. What is made for databases has no name that is known
 * beforehand and is found by searches; an endpoint service has no name at all, so that the graphs
 * of consumers show every endpoint service of the account and region.
 */
final class Dashboard {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;
  private static final int COLUMNS = 3;
  private static final int PERIOD = 300;

  private final ObjectMapper json = new ObjectMapper();
  private final ArrayNode widgets = json.createArrayNode();
  private final ResourceNames names;
  private final String ours;

  private Dashboard(ResourceNames names) {
    this.names = names;
    this.ours = InstallationName.metricsNamespace(names.prefix());
  }

  /** The body as CloudWatch takes it, with tokens of CDK in it. */
  static String body(ResourceNames names, InstallationArns arns) {
    Dashboard made = new Dashboard(names);
    made.runs(arns.machine(StateMachine.ONBOARD));
    made.paths();
    made.workers();
    made.consumers();
    return made.json.createObjectNode().set("widgets", made.widgets).toString();
  }

  /** By the machine's own ARN: see {@link InstallationMetrics#executions}, UNCONFIRMED. */
  private void runs(String onboarding) {
    ArrayNode ends = graph("Onboardings by outcome", "Sum");
    for (String end :
        List.of(
            "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted")) {
      metric(ends, "AWS/States", end, "StateMachineArn", onboarding);
    }
    metric(graph("Waiting for people", "Maximum"), ours, "Waits");
    search(
        "Refreshes by cause",
        "Sum",
        "{\"%s\",Database,Cause} MetricName=\"Refreshes\"".formatted(ours));
    ArrayNode times = graph("Recovery time, seconds", "Maximum");
    metric(times, ours, "SwitchTime");
    metric(times, ours, "SettleTime");
    metric(times, ours, "RefreshTime");
  }

  private void paths() {
    ArrayNode findings = graph("Findings", "Maximum");
    metric(findings, ours, "CuttingFindings");
    metric(findings, ours, "OtherFindings");
    metric(findings, ours, "FailedInspections");
    metric(graph("Unhealthy writers", "Maximum"), ours, "WRITER_UNHEALTHY");
    sums(
        "Blocked flows", "NetworkELB", "LoadBalancer", "SecurityGroupBlockedFlowCount_Inbound_TCP");
    sums("Port allocation errors", "NetworkELB", "LoadBalancer", "PortAllocationErrorCount");
  }

  private void workers() {
    sums("Workers' errors", "Lambda", "FunctionName", "Errors");
    sums("Throttles", "Lambda", "FunctionName", "Throttles");
    search(
        "Dead letters",
        "Maximum",
        "{AWS/SQS,QueueName} MetricName=\"ApproximateNumberOfMessagesVisible\" QueueName=%s"
            .formatted(names.prefix()));
  }

  /** Of everything of a service that our prefix is found in. */
  private void sums(String title, String service, String dimension, String name) {
    search(
        title,
        "Sum",
        "{AWS/%1$s,%2$s} MetricName=\"%3$s\" %2$s=%4$s"
            .formatted(service, dimension, name, names.prefix()));
  }

  private void consumers() {
    String endpoints =
        "{AWS/PrivateLinkServices,\"Service Id\",\"VPC Endpoint Id\"} MetricName=\"%s\"";
    search(
        "Bytes a consumer (all endpoint services)", "Sum", endpoints.formatted("BytesProcessed"));
    search(
        "Connections a consumer (all endpoint services)",
        "Maximum",
        endpoints.formatted("ActiveConnections"));
  }

  /** Adds a graph and answers its list of metrics. */
  private ArrayNode graph(String title, String statistic) {
    int place = widgets.size();
    ObjectNode widget = widgets.addObject();
    widget.put("type", "metric");
    widget.put("x", place % COLUMNS * WIDTH).put("y", place / COLUMNS * HEIGHT);
    widget.put("width", WIDTH).put("height", HEIGHT);
    ObjectNode properties = widget.putObject("properties");
    properties.put("title", title).put("view", "timeSeries").put("region", Aws.REGION);
    properties.put("stat", statistic).put("period", PERIOD);
    return properties.putArray("metrics");
  }

  private static void metric(ArrayNode metrics, String... path) {
    List.of(path).forEach(metrics.addArray()::add);
  }

  /** Adds a graph of whatever the search finds. */
  private void search(String title, String statistic, String what) {
    String expression = "SEARCH('%s', '%s', %d)".formatted(what, statistic, PERIOD);
    graph(title, statistic).addArray().addObject().put("expression", expression);
  }
}
