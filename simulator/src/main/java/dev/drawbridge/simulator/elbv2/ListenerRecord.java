package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A listener of protocol TCP, or one that somebody has changed to TLS.
 *
 * @param arn {@code .../listener/net/NAME/load balancer/16 hexadecimal digits}
 * @param tls what it ends TLS with; empty for one of protocol TCP
 * @param forward where it forwards to, as the API shows it
 * @param changes what the nodes go by, oldest first: each holds until the next one's instant
 */
record ListenerRecord(
    String arn,
    Caller owner,
    String loadBalancerArn,
    int port,
    Optional<TlsTerms> tls,
    List<Share> forward,
    List<Change> changes,
    Map<String, String> attributes)
    implements Resource {

  static final String IDLE_TIMEOUT = "tcp.idle_timeout.seconds";

  /** A target group and its weight, 0 to 999. */
  record Share(String targetGroupArn, int weight) {}

  /** A list of target groups that the nodes take up at an instant. */
  record Change(List<Share> forward, Instant from) {}

  ListenerRecord {
    forward = List.copyOf(forward);
    changes = List.copyOf(changes);
  }

  @Override
  public String name() {
    return "";
  }

  String protocol() {
    return tls.isPresent() ? "TLS" : "TCP";
  }

  boolean hasCustomIdleTimeout(String balancerArn) {
    return loadBalancerArn.equals(balancerArn)
        && !Objects.equals(
            attributes.get(IDLE_TIMEOUT), Attributes.LISTENER.defaults().get(IDLE_TIMEOUT));
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
    return changes.stream()
        .filter(change -> !change.from().isAfter(now))
        .reduce((earlier, later) -> later)
        .map(Change::forward)
        .orElse(forward);
  }

  /** Changes reach the nodes in their order: none overtakes an earlier one. */
  ListenerRecord forwarding(int newPort, List<Share> other, Instant now, Instant whenSettled) {
    List<Change> all = new ArrayList<>();
    all.add(new Change(effective(now), now));
    changes.stream().filter(change -> change.from().isAfter(now)).forEach(all::add);
    Instant last = all.getLast().from();
    all.add(new Change(other, whenSettled.isBefore(last) ? last : whenSettled));
    return new ListenerRecord(arn, owner, loadBalancerArn, newPort, tls, other, all, attributes);
  }

  ListenerRecord withAttributes(Map<String, String> others) {
    return new ListenerRecord(arn, owner, loadBalancerArn, port, tls, forward, changes, others);
  }

  ListenerRecord ending(Optional<TlsTerms> other) {
    return new ListenerRecord(
        arn, owner, loadBalancerArn, port, other, forward, changes, attributes);
  }
}
