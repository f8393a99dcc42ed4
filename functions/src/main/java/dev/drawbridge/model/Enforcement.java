package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether the load balancer's security group filters PrivateLink traffic.
 *
 * <p>AWS's own default is on. Drawbridge's is off: the rule would see the client's private address
 * in the consumer's VPC, which the provider can neither discover nor tell from another consumer's.
 */
public enum Enforcement {
  @JsonProperty("off")
  OFF,
  @JsonProperty("on")
  ON;

  /** As AWS and our JSON spell it. */
  public String text() {
    return this == ON ? "on" : "off";
  }
}
