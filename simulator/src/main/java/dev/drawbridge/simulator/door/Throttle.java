package dev.drawbridge.simulator.door;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;

/** How often callers may call, before a service sees the request. */
@FunctionalInterface
public interface Throttle {
  /** Everybody may call as often as they like. */
  Throttle NONE = (action, caller) -> {};

  /**
   * Counts a call.
   *
   * @param action such as {@code rds:DescribeDBClusters}
   * @throws ServiceError the service's own code when the caller has to wait
   */
  void take(String action, Caller caller);
}
