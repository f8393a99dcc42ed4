package dev.drawbridge.onboarding;

import dev.drawbridge.model.GivenPort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an onboarding gives back: all that the consumer needs, and what of it AWS vouches for.
 *
 * @param status always {@code ONBOARDED}
 * @param endpointRegion where the endpoint is; null in results of earlier releases
 * @param connections what to paste into each kind of client; empty in results of earlier releases
 * @param instancePorts the ports of instances that stand in them; empty in results of earlier
 *     releases
 * @param advice what the consumer has to know about TLS names, IAM tokens and long connections
 * @param verifiedByAws read from AWS at the end of the run
 * @param statedByRequester taken from the request; AWS shows the provider nothing of it
 */
public record OnboardingResult(
    String status,
    String databaseIdentifier,
    String consumerAccountId,
    int attempt,
    Service service,
    String endpointId,
    @Nullable String endpointRegion,
    Host writer,
    Host reader,
    List<ConnectionString> connections,
    List<GivenPort> instancePorts,
    List<String> advice,
    Cost fixedMonthlyCost,
    List<String> verifiedByAws,
    List<String> statedByRequester) {

  public OnboardingResult {
    // Null in results of earlier releases.
    connections = connections == null ? List.of() : List.copyOf(connections);
    instancePorts = instancePorts == null ? List.of() : List.copyOf(instancePorts);
    advice = List.copyOf(advice);
    verifiedByAws = List.copyOf(verifiedByAws);
    statedByRequester = List.copyOf(statedByRequester);
  }

  /**
   * The endpoint service.
   *
   * @param availabilityZoneIds zone names differ from account to account; these do not
   * @param privateDns the name that the consumer may switch on for its endpoint once AWS has
   *     verified it; null if there is none
   */
  public record Service(
      String id,
      String name,
      String region,
      List<String> availabilityZoneIds,
      @Nullable PrivateDns privateDns) {}

  /**
   * A name of the endpoint service's own.
   *
   * @param state as AWS spells it when the path was verified
   */
  public record PrivateDns(String name, String state) {}

  /** Where to connect. */
  public record Host(String host, int port, String jdbcUrl) {}

  /**
   * What the path costs in US dollars: a month of 730 hours while nobody uses it, and a gigabyte.
   * What is nullable is null in results of earlier releases.
   *
   * @param provider the load balancer, shared by all consumers of the database
   * @param consumer the endpoint, if it stands in all zones of the service
   * @param providerGigabyte what the load balancer's capacity units cost for a gigabyte, if bytes
   *     are what most of them are used for
   * @param consumerGigabyte what the endpoint carries; traffic between zones comes on top of both
   * @param pricesAsOf when the prices were looked up
   * @param pricesOf the region that they are of
   * @param pricesFrom where they were looked up
   */
  public record Cost(
      BigDecimal provider,
      BigDecimal consumer,
      @Nullable BigDecimal providerGigabyte,
      @Nullable BigDecimal consumerGigabyte,
      LocalDate pricesAsOf,
      String pricesOf,
      @Nullable String pricesFrom) {}
}
