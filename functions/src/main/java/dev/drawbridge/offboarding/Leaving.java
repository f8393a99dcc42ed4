package dev.drawbridge.offboarding;

import java.util.List;

/**
 * Output of BeginOffboarding.
 *
 * @param outcome {@code LEAVING}: go on; {@code ALREADY_LEAVING}: another run ends this path
 * @param leavingArn the run that ends it
 * @param serviceIds our endpoint services of the database
 * @param securityGroupIds the load balancer's own groups
 * @param outlived whether every worker of a run that was stopped has ended by now: not yet
 */
public record Leaving(
    String outcome,
    String leavingArn,
    List<String> serviceIds,
    List<String> securityGroupIds,
    boolean outlived) {

  /** Keeps copies. */
  public Leaving {
    serviceIds = List.copyOf(serviceIds);
    securityGroupIds = List.copyOf(securityGroupIds);
  }
}
