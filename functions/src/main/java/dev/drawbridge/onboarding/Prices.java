package dev.drawbridge.onboarding;

import dev.drawbridge.onboarding.OnboardingResult.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Prices of what a path keeps running, in US dollars.
 *
 * @param loadBalancerHour an NLB, without capacity units ("Elastic Load Balancing pricing")
 * @param endpointZoneHour an interface endpoint in one zone ("AWS PrivateLink pricing")
 * @param asOf when they were looked up
 * @param region where they hold
 */
public record Prices(
    BigDecimal loadBalancerHour, BigDecimal endpointZoneHour, LocalDate asOf, String region) {
  private static final BigDecimal HOURS_A_MONTH = new BigDecimal(730);

  /** The published ones; data processed is charged on top. */
  public static Prices published() {
    return new Prices(
        new BigDecimal("0.0225"), new BigDecimal("0.01"), LocalDate.of(2026, 11, 22), "us-east-1");
  }

  /** The fixed cost of a path whose endpoint stands in {@code zones} zones. */
  public Cost fixed(int zones) {
    return new Cost(
        month(loadBalancerHour),
        month(endpointZoneHour.multiply(BigDecimal.valueOf(zones))),
        asOf,
        region);
  }

  private static BigDecimal month(BigDecimal hour) {
    return hour.multiply(HOURS_A_MONTH).setScale(2, RoundingMode.HALF_UP);
  }
}
