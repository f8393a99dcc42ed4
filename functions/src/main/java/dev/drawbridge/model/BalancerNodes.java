package dev.drawbridge.model;

import java.util.List;

/**
 * The network interfaces of a load balancer, for checks.
 *
 * @param addresses private ones of its own interfaces, one a zone
 * @param strangers other interfaces in its security group, each with its id and address
 */
public record BalancerNodes(List<String> addresses, List<String> strangers) {
  /** Of a load balancer that is not there. */
  public static final BalancerNodes NONE = new BalancerNodes(List.of(), List.of());

  /** Keeps copies. */
  public BalancerNodes {
    addresses = List.copyOf(addresses);
    strangers = List.copyOf(strangers);
  }
}
