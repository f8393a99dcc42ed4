package dev.drawbridge.aws.cloudwatch;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.LastBytes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * The bytes that endpoints of our services carried, a day at a time: {@code BytesProcessed} of
 * {@code AWS/PrivateLinkServices} by {@code Service Id} and {@code VPC Endpoint Id} ("CloudWatch
 * metrics for AWS PrivateLink"). AWS publishes none of a consumer in another region.
 */
public final class EndpointBytes {
  /** How long CloudWatch keeps what it has summed up by the hour ("Metrics retention"). */
  public static final Duration KEPT = Duration.ofDays(455);

  private static final int DAY_SECONDS = 86_400;

  /** A day each of the time kept, and less than the 100,800 data points that an answer may hold. */
  private static final int METRICS_OF_A_CALL = 200;

  private final CloudWatchClient client;

  public EndpointBytes(Clients clients) {
    this.client = clients.cloudWatch();
  }

  /**
   * When each of these carried anything last; empty if it did not in the time that is kept. An
   * endpoint that CloudWatch gives no complete answer about is left out, as all of them are if it
   * refuses: whoever asks has to call that unknown.
   *
   * @param serviceOf the service of each endpoint
   */
  public Map<String, Optional<LastBytes>> last(Map<String, String> serviceOf, Instant now) {
    Map<String, Optional<LastBytes>> found = new HashMap<>();
    List<List<String>> calls =
        serviceOf.keySet().stream().gather(Gatherers.windowFixed(METRICS_OF_A_CALL)).toList();
    for (List<String> some : calls) {
      try {
        found.putAll(ask(some, serviceOf, now));
      } catch (SdkException e) {
        // The review is about who may; what nobody could count does not hinder it.
        return found;
      }
    }
    return found;
  }

  private Map<String, Optional<LastBytes>> ask(
      List<String> endpoints, Map<String, String> serviceOf, Instant now) {
    Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    List<MetricDataQuery> queries =
        IntStream.range(0, endpoints.size())
            .mapToObj(
                i ->
                    query(
                        "e" + i, String.valueOf(serviceOf.get(endpoints.get(i))), endpoints.get(i)))
            .toList();
    Map<String, Optional<LastBytes>> found = new HashMap<>();
    client
        .getMetricDataPaginator(
            r ->
                r.metricDataQueries(queries)
                    .startTime(tomorrow.minus(KEPT))
                    .endTime(tomorrow)
                    .scanBy(ScanBy.TIMESTAMP_DESCENDING))
        .metricDataResults()
        .forEach(result -> read(result, endpoints, found));
    return found;
  }

  /** The newest day stands first, in the first of an endpoint's results that has any. */
  private static void read(
      MetricDataResult result, List<String> endpoints, Map<String, Optional<LastBytes>> found) {
    String endpoint = endpoints.get(Integer.parseInt(result.id().substring(1)));
    Optional<LastBytes> last =
        IntStream.range(0, result.values().size())
            .filter(i -> result.values().get(i) > 0)
            .mapToObj(
                i ->
                    new LastBytes(
                        result.timestamps().get(i).atOffset(ZoneOffset.UTC).toLocalDate(),
                        Math.round(result.values().get(i))))
            .findFirst();
    if (found.getOrDefault(endpoint, Optional.empty()).isPresent()) {
      return;
    }
    if (last.isPresent() || result.statusCode() == StatusCode.COMPLETE) {
      found.put(endpoint, last);
    }
  }

  private static MetricDataQuery query(String id, String serviceId, String endpointId) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            stat ->
                stat.period(DAY_SECONDS)
                    .stat("Sum")
                    .metric(
                        metric ->
                            metric
                                .namespace("AWS/PrivateLinkServices")
                                .metricName("BytesProcessed")
                                .dimensions(
                                    dimension("Service Id", serviceId),
                                    dimension("VPC Endpoint Id", endpointId))))
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
