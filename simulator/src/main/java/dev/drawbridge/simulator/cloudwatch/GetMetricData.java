package dev.drawbridge.simulator.cloudwatch;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Traffic;
import dev.drawbridge.simulator.network.Traffic.Meter;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * Sums of the bytes that endpoints of the caller's services carried; any other metric has no data,
 * as one of a wrong name has none on AWS. All fits on one page.
 *
 * @param traffic what endpoints carried
 */
record GetMetricData(Traffic traffic)
    implements Operation<GetMetricDataRequest, GetMetricDataResponse> {
  private static final String NAMESPACE = "AWS/PrivateLinkServices";
  private static final String BYTES = "BytesProcessed";
  private static final String SERVICE = "Service Id";
  private static final String ENDPOINT = "VPC Endpoint Id";

  @Override
  public GetMetricDataResponse handle(GetMetricDataRequest request, Caller caller) {
    if (!request.startTime().isBefore(request.endTime())) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    List<MetricDataQuery> queries = request.metricDataQueries();
    if (queries.stream().map(MetricDataQuery::id).distinct().count() < queries.size()) {
      throw invalid("The values for parameter id in MetricDataQueries are not unique.");
    }
    return GetMetricDataResponse.builder()
        .metricDataResults(queries.stream().map(query -> result(query, request, caller)).toList())
        .build();
  }

  private MetricDataResult result(
      MetricDataQuery query, GetMetricDataRequest request, Caller caller) {
    if (query.metricStat() == null || !query.metricStat().stat().equals("Sum")) {
      throw ServiceError.client(
          "UnsupportedOperation", "This simulator models sums of metrics, and no expressions.");
    }
    int period = query.metricStat().period();
    if (period % 60 != 0) {
      throw invalid("The parameter Period must be a multiple of 60.");
    }
    NavigableMap<Instant, Double> sums = new TreeMap<>();
    of(query.metricStat().metric(), caller)
        .subMap(request.startTime(), true, request.endTime(), false)
        .forEach((minute, bytes) -> sums.merge(begin(minute, period), (double) bytes, Double::sum));
    NavigableMap<Instant, Double> ordered =
        request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? sums : sums.descendingMap();
    return MetricDataResult.builder()
        .id(query.id())
        .label(query.metricStat().metric().metricName())
        .timestamps(List.copyOf(ordered.keySet()))
        .values(List.copyOf(ordered.values()))
        .statusCode(StatusCode.COMPLETE)
        .build();
  }

  private NavigableMap<Instant, Long> of(Metric metric, Caller caller) {
    Map<String, String> dimensions =
        metric.dimensions().stream()
            .collect(Collectors.toMap(Dimension::name, Dimension::value, (a, b) -> b));
    String service = dimensions.get(SERVICE);
    String endpoint = dimensions.get(ENDPOINT);
    boolean ours = NAMESPACE.equals(metric.namespace()) && BYTES.equals(metric.metricName());
    return !ours || service == null || endpoint == null || dimensions.size() > 2
        ? Collections.emptyNavigableMap()
        : traffic.of(new Meter(caller.account(), caller.region(), service), endpoint);
  }

  private static Instant begin(Instant minute, int period) {
    return Instant.ofEpochSecond(Math.floorDiv(minute.getEpochSecond(), period) * (long) period);
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationError", message);
  }
}
