package dev.drawbridge.simulator.network;

/** Why AWS ended an open connection. */
public enum Cut {
  /** The target was deregistered, and its group terminates connections. */
  TARGET_DEREGISTERED,
  /** The target turned unhealthy, and its group terminates connections. */
  TARGET_UNHEALTHY,
  /** The endpoint's connection was rejected. */
  ENDPOINT_REJECTED,
  /** The endpoint was deleted by its owner. */
  ENDPOINT_DELETED,
  /** The load balancer was deleted. */
  LOAD_BALANCER_DELETED
}
