package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A TCP listener.
 *
 * @param arn {@code .../listener/net/NAME/load balancer/16 hexadecimal digits}
 * @param forward where it forwards to
 * @param former where it forwarded to before its last change
 * @param settled when the nodes have taken up the last change
 */
record Listener(
    String arn,
    Caller owner,
    String loadBalancerArn,
    int port,
    List<Share> forward,
    List<Share> former,
    Instant settled,
    Map<String, String> attributes)
    implements Resource {

  /** A target group and its weight, 0 to 999. */
  record Share(String targetGroupArn, int weight) {}

  Listener {
    forward = List.copyOf(forward);
    former = List.copyOf(former);
  }

  @Override
  public String name() {
    return "";
  }

  boolean uses(String targetGroupArn) {
    return forward.stream().anyMatch(share -> share.targetGroupArn().equals(targetGroupArn));
  }

  /** Whether it sends connections to the group now, or will once its change has settled. */
  boolean reaches(String targetGroupArn, Instant now) {
    return uses(targetGroupArn)
        || effective(now).stream().anyMatch(share -> share.targetGroupArn().equals(targetGroupArn));
  }

  /** What the nodes go by at the instant. */
  List<Share> effective(Instant now) {
    return now.isBefore(settled) ? former : forward;
  }

  Listener forwarding(int newPort, List<Share> other, Instant whenSettled) {
    return new Listener(
        arn, owner, loadBalancerArn, newPort, other, forward, whenSettled, attributes);
  }

  Listener withAttributes(Map<String, String> others) {
    return new Listener(arn, owner, loadBalancerArn, port, forward, former, settled, others);
  }
}
