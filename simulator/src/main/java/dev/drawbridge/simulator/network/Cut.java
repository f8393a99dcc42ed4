package dev.drawbridge.simulator.network;

/** Why AWS ended an open connection. */
public enum Cut {
  /** The target was deregistered, and its group terminates connections. */
  TARGET_DEREGISTERED,
  /** The target turned unhealthy, and its group terminates connections. */
  TARGET_UNHEALTHY,
  /** The weight of the target group turned 0, in a world whose settings say that this cuts. */
  TARGET_GROUP_UNWEIGHTED,
  /** The endpoint's connection was rejected. */
  ENDPOINT_REJECTED,
  /** The endpoint was deleted by its owner. */
  ENDPOINT_DELETED,
  /** The load balancer was deleted. */
  LOAD_BALANCER_DELETED
}
