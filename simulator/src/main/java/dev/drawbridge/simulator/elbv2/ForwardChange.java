package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import java.time.Instant;
import java.util.List;

/** Lets a listener forward elsewhere, with all that follows for targets. */
record ForwardChange(ElbState state, Registrations registrations) {

  ListenerRecord apply(ListenerRecord old, int port, List<Share> forward) {
    List<String> started =
        forward.stream()
            .map(Share::targetGroupArn)
            .filter(groupArn -> state.loadBalancerOf(groupArn).isEmpty())
            .toList();
    Instant now = state.scheduler.now();
    Instant whenSettled = now.plus(state.settings.delays().listenerPropagation());
    ListenerRecord changed = state.listeners.put(old.forwarding(port, forward, now, whenSettled));
    registrations.attached(started);
    return changed;
  }
}
