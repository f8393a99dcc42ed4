package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the writer's listener is brought from one writer to the next.
 *
 * <p>Weighted target groups came to Network Load Balancers on 19 November 2025 ("Document history",
 * Network Load Balancers). How long a change of weights takes, and whether groups of weight 0 are
 * health-checked, is UNCONFIRMED: {@link #CLASSIC} is the default.
 */
public enum Switching {
  /** One target group for the writer, in which one target takes the place of another. */
  @JsonProperty("classic")
  CLASSIC,
  /** A target group for each instance, all on the listener; only the writer's has a weight. */
  @JsonProperty("warm")
  WARM;

  /** As our JSON and tags spell it. */
  public String text() {
    return this == WARM ? "warm" : "classic";
  }
}
