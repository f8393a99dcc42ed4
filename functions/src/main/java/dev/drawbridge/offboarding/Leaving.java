package dev.drawbridge.offboarding;

import java.util.List;

/**
 * Output of BeginOffboarding.
 *
 * @param outcome {@code LEAVING}: go on; {@code ALREADY_LEAVING}: another run ends this path
 * @param leavingArn the run that ends it
 * @param serviceIds our endpoint services of the database
 * @param securityGroupIds the load balancer's own groups
 * @param untagged services and groups on our record that are there without our tags, so that nobody
 *     here may close them: the path cannot end
 * @param outlived whether every worker of a run that was stopped has ended by now: not yet
 */
public record Leaving(
    String outcome,
    String leavingArn,
    List<String> serviceIds,
    List<String> securityGroupIds,
    List<String> untagged,
    boolean outlived) {

  /** Keeps copies. */
  public Leaving {
    serviceIds = List.copyOf(serviceIds);
    securityGroupIds = List.copyOf(securityGroupIds);
    untagged = List.copyOf(untagged);
  }
}
