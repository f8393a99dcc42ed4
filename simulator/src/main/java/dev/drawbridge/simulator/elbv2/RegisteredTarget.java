package dev.drawbridge.simulator.elbv2;

import java.time.Instant;

/**
 * A target as it stands.
 *
 * @param key which one
 * @param phase where it stands
 * @param routed whether the nodes send it new connections, which lags behind its phase
 * @param round counts registrations and deregistrations; tasks of an earlier round are void
 * @param streak health checks in a row that contradict the phase
 * @param checking whether the next check is scheduled
 * @param drainsUntil how long one that has become unhealthy keeps its connections, where its group
 *     gives it an interval for that; long ago for any other
 */
record RegisteredTarget(
    Key key,
    Phase phase,
    boolean routed,
    long round,
    int streak,
    boolean checking,
    Instant drainsUntil) {

  /** One that the nodes do not know yet. */
  static RegisteredTarget fresh(Key key) {
    return new RegisteredTarget(key, Phase.REGISTERING, false, 0, 0, false, Instant.MIN);
  }

  /** A target is known by group, address and port: the same address may be there twice. */
  record Key(String groupArn, String ip, int port) {}

  /** The phases of a target's life. */
  enum Phase {
    /** Registered; the nodes do not know it yet. */
    REGISTERING,
    /** Waiting for its first check to pass. */
    CHECKING,
    HEALTHY,
    UNHEALTHY,
    /** Deregistered, within the delay. */
    DRAINING,
    /** Deregistered and past the delay, but some node may still use it. */
    GONE;

    boolean checked() {
      return this == CHECKING || this == HEALTHY || this == UNHEALTHY;
    }

    boolean registered() {
      return this != DRAINING && this != GONE;
    }
  }

  RegisteredTarget in(Phase next) {
    return new RegisteredTarget(key, next, routed, round, 0, checking, Instant.MIN);
  }

  RegisteredTarget nextRound(Phase next) {
    return new RegisteredTarget(key, next, routed, round + 1, 0, false, Instant.MIN);
  }

  RegisteredTarget routed(boolean now) {
    return new RegisteredTarget(key, phase, now, round, streak, checking, drainsUntil);
  }

  RegisteredTarget checking(boolean now, int streakNow) {
    return new RegisteredTarget(key, phase, routed, round, streakNow, now, drainsUntil);
  }

  RegisteredTarget drainingUntil(Instant end) {
    return new RegisteredTarget(key, phase, routed, round, streak, checking, end);
  }
}
