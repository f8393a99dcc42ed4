package dev.drawbridge.simulator.network;

/** Why an open connection ended. */
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
  LOAD_BALANCER_DELETED,
  /** The server has ended, or is away from the network for a moment. */
  SERVER_ENDED
}
