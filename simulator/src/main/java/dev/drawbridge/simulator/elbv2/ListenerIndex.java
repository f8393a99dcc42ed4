package dev.drawbridge.simulator.elbv2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listeners by their load balancer and by each group that they lead to, have led to or will. */
final class ListenerIndex {
  private final Resources<ListenerRecord> listeners;
  private final Map<String, List<ListenerRecord>> byArn = new HashMap<>();
  private long indexed = -1;

  ListenerIndex(Resources<ListenerRecord> listeners) {
    this.listeners = listeners;
  }

  /**
   * In the order of their creation.
   *
   * @param arn of a load balancer or a target group
   */
  List<ListenerRecord> of(String arn) {
    if (indexed != listeners.changes()) {
      indexed = listeners.changes();
      byArn.clear();
      listeners.where(each -> true).forEach(this::add);
    }
    return byArn.getOrDefault(arn, List.of());
  }

  private void add(ListenerRecord listener) {
    Set<String> arns = new LinkedHashSet<>();
    arns.add(listener.loadBalancerArn());
    listener.forward().forEach(share -> arns.add(share.targetGroupArn()));
    listener.changes().stream()
        .flatMap(change -> change.forward().stream())
        .forEach(share -> arns.add(share.targetGroupArn()));
    arns.forEach(arn -> byArn.computeIfAbsent(arn, none -> new ArrayList<>()).add(listener));
  }
}
