package dev.drawbridge.workflows;

import dev.drawbridge.discovery.DiscoverDatabase;
import dev.drawbridge.discovery.ResolveAddresses;
import dev.drawbridge.refresh.AcquireLease;
import dev.drawbridge.refresh.CheckTargets;
import dev.drawbridge.refresh.ConfirmTargets;
import dev.drawbridge.refresh.RegisterTargets;
import dev.drawbridge.refresh.TriggerRefresh;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * The workers that start from a snapshot. A snapshot saves seconds where somebody waits for them,
 * and costs wherever it is: storage, minutes of each deployment, and a version that goes inactive
 * unless it is kept alive. So these have one, prime every client that they use and are invoked once
 * a minute; all others start as any function does.
 *
 * <p>Whoever keeps a worker alive may invoke it, so no worker that believes its input about who
 * calls may be among them: the role of the drift check could answer in anybody's name through
 * {@code DecideApproval}, which therefore has no snapshot.
 */
final class SnapStarts {
  /** What stands between an event, or a second failover, and the switch. */
  private static final List<Class<? extends Worker<?, ?>>> BEFORE_A_SWITCH =
      List.of(
          TriggerRefresh.class,
          AcquireLease.class,
          DiscoverDatabase.class,
          ResolveAddresses.class,
          RegisterTargets.class,
          CheckTargets.class,
          ConfirmTargets.class);

  private SnapStarts() {}

  static List<String> names() {
    return BEFORE_A_SWITCH.stream().map(Class::getSimpleName).toList();
  }

  static boolean include(Class<? extends Worker<?, ?>> worker) {
    return BEFORE_A_SWITCH.contains(worker);
  }
}
