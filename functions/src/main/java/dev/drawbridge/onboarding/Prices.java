package dev.drawbridge.onboarding;

import dev.drawbridge.onboarding.OnboardingResult.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Prices of what a path keeps running and carries, in US dollars.
 *
 * @param loadBalancerHour an NLB, without capacity units ("Elastic Load Balancing pricing")
 * @param loadBalancerGigabyte a capacity unit's hour, which is good for 1 GB of TCP: what bytes
 *     cost where they, and not connections, are what most units are used for
 * @param endpointZoneHour an interface endpoint in one zone ("AWS PrivateLink pricing")
 * @param endpointGigabyte what an endpoint carries, the first petabyte a month
 * @param asOf when they were looked up
 * @param region where they hold
 */
public record Prices(
    BigDecimal loadBalancerHour,
    BigDecimal loadBalancerGigabyte,
    BigDecimal endpointZoneHour,
    BigDecimal endpointGigabyte,
    LocalDate asOf,
    String region) {
  /** Where they are from: AWS's pages themselves were not at hand. */
  public static final String SOURCE =
      "copies of AWS's price pages (Elastic Load Balancing, AWS PrivateLink), not a price list";

  /** When they were looked up. */
  public static final LocalDate LOOKED_UP = LocalDate.of(2026, 11, 22);

  private static final BigDecimal HOURS_A_MONTH = new BigDecimal(730);

  /** What a provider pays for each remote region in which its service has endpoints. */
  private static final BigDecimal REMOTE_REGION_HOUR = new BigDecimal("0.05");

  /** The published ones; traffic between zones is charged on top. */
  public static Prices published() {
    return new Prices(
        new BigDecimal("0.0225"),
        new BigDecimal("0.006"),
        new BigDecimal("0.01"),
        new BigDecimal("0.01"),
        LOOKED_UP,
        "us-east-1");
  }

  /** The cost of a path whose endpoint stands in {@code zones} zones. */
  public Cost of(int zones) {
    return new Cost(
        month(loadBalancerHour),
        month(endpointZoneHour.multiply(BigDecimal.valueOf(zones))),
        loadBalancerGigabyte,
        endpointGigabyte,
        asOf,
        region,
        SOURCE);
  }

  /** The provider's share of consumers in one other region, as people read it. */
  static String remoteRegionMonth() {
    return "$" + month(REMOTE_REGION_HOUR);
  }

  private static BigDecimal month(BigDecimal hour) {
    return hour.multiply(HOURS_A_MONTH).setScale(2, RoundingMode.HALF_UP);
  }
}
