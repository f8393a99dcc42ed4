package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.elbv2.Listener.Share;
import dev.drawbridge.simulator.network.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a listener forward elsewhere, with all that follows for targets and connections. */
record ForwardChange(ElbState state, Registrations registrations) {

  Listener apply(Listener old, int port, List<Share> forward) {
    List<String> started =
        forward.stream().filter(share -> starts(old, share)).map(Share::targetGroupArn).toList();
    Instant now = state.scheduler.now();
    Duration propagation =
        groups(old.forward()).equals(groups(forward))
            ? state.settings.weights().propagation()
            : state.settings.listenerPropagation();
    Listener changed =
        state.listeners.put(old.forwarding(port, forward, now, now.plus(propagation)));
    registrations.attached(started);
    if (state.settings.weights().cut()) {
      state.scheduler.at(
          changed.changes().getLast().from(), () -> cutUnweighted(groups(old.forward())));
    }
    return changed;
  }

  /** Whether the targets of the group begin to be checked. */
  private boolean starts(Listener old, Share share) {
    return state.loadBalancerOf(share.targetGroupArn()).isEmpty()
        || (!state.settings.weights().checked()
            && share.weight() > 0
            && old.weightOf(share.targetGroupArn()) == 0);
  }

  private void cutUnweighted(Set<String> groupArns) {
    Set<String> without =
        groupArns.stream().filter(arn -> !state.weighted(arn)).collect(Collectors.toSet());
    state
        .network
        .connections()
        .cut(path -> without.contains(path.targetGroupArn()), Cut.TARGET_GROUP_UNWEIGHTED);
  }

  private static Set<String> groups(List<Share> shares) {
    return shares.stream().map(Share::targetGroupArn).collect(Collectors.toSet());
  }
}
