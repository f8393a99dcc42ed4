package dev.drawbridge.simulator.elbv2;

import java.time.Duration;

/**
 * What weighted target groups do that AWS's documents leave open; all of it UNCONFIRMED.
 *
 * <p>Weighted groups for Network Load Balancers came on 19 November 2025 ("Document history",
 * Network Load Balancers). The page on listeners says that a group of weight 0 gets no new
 * connections "after a short period of time" and that its existing ones are closed; the same page
 * says that a change of weights leaves existing connections alone.
 *
 * @param propagation how long a change of weights alone takes. Nobody has published a figure; the
 *     default is the 75 s that users report for a listener that is moved to another group
 *     (aws/containers-roadmap#470)
 * @param checked whether targets in groups of weight 0 are health-checked; if not they start anew
 *     when their group gets a weight
 * @param cut whether connections are closed when their group's weight turns 0
 */
public record WeightSettings(Duration propagation, boolean checked, boolean cut) {

  /** The assumptions that fit what is published best. */
  public static WeightSettings assumed() {
    return new WeightSettings(Duration.ofSeconds(75), true, false);
  }

  /** The same with another time of propagation. */
  public WeightSettings propagation(Duration value) {
    return new WeightSettings(value, checked, cut);
  }

  /** The same, but groups of weight 0 are not health-checked. */
  public WeightSettings unchecked() {
    return new WeightSettings(propagation, false, cut);
  }

  /** The same, but connections of a group are closed when its weight turns 0. */
  public WeightSettings cutting() {
    return new WeightSettings(propagation, checked, true);
  }
}
