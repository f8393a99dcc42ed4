package dev.drawbridge.infra;

import dev.drawbridge.plan.InstallationName;
import dev.drawbridge.workflows.StateMachine;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

/** What CloudWatch counts of one installation, by the names of what it counts. */
final class InstallationMetrics {
  private final ResourceNames names;
  private final InstallationArns arns;

  InstallationMetrics(ResourceNames names, InstallationArns arns) {
    this.names = names;
    this.arns = arns;
  }

  /**
   * A metric of Step Functions of a machine, summed. UNCONFIRMED that a run which is started
   * through an alias counts under the ARN of the machine without it.
   */
  IMetric executions(StateMachine machine, String name, Duration period) {
    return metric(
        "AWS/States", name, Map.of("StateMachineArn", arns.machine(machine)), Stats.SUM, period);
  }

  /** A metric of Lambda of a worker's alias, summed. */
  IMetric worker(String worker, String name, Duration period) {
    String function = names.function(worker);
    return metric(
        "AWS/Lambda",
        name,
        Map.of("FunctionName", function, "Resource", function + ":" + InstallationArns.LIVE),
        Stats.SUM,
        period);
  }

  /** How many calls of an API ended in a status of 500 or more. */
  IMetric api(String api, Duration period) {
    return metric("AWS/ApiGateway", "5XXError", Map.of("ApiName", api), Stats.SUM, period);
  }

  /**
   * How many dead letters of a worker lie there. Not how many were sent: those metrics sleep with a
   * queue that nobody uses, so that a first letter would be counted late or missed.
   */
  IMetric deadLetters(String worker, Duration period) {
    return queue(names.deadLetters(worker), "ApproximateNumberOfMessagesVisible", period);
  }

  /**
   * How old the oldest event of RDS is that nobody has taken. One that was tried more than three
   * times does not count ("Available CloudWatch metrics for Amazon SQS"): it ends in the dead
   * letters.
   */
  IMetric oldestEvent(Duration period) {
    return queue(names.databaseEvents(), "ApproximateAgeOfOldestMessage", period);
  }

  private static IMetric queue(String queue, String name, Duration period) {
    return metric("AWS/SQS", name, Map.of("QueueName", queue), Stats.MAXIMUM, period);
  }

  /** A metric of the workers' own without dimensions, at its highest. */
  IMetric ours(String name, Duration period) {
    return metric(
        InstallationName.metricsNamespace(names.prefix()), name, Map.of(), Stats.MAXIMUM, period);
  }

  /** By how much a metric is higher than in the period before. */
  static IMetric rise(IMetric metric, Duration period) {
    return MathExpression.Builder.create()
        .expression("DIFF(there)")
        .usingMetrics(Map.of("there", metric))
        .period(period)
        .build();
  }

  private static IMetric metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      String statistic,
      Duration period) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .period(period)
        .build();
  }
}
