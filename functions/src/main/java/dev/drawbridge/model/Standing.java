package dev.drawbridge.model;

/** Whether the database that was approved is still the one of its name. */
public enum Standing {
  /** It is, and has an instance. */
  PRESENT,
  /** Another name leads to it now. */
  RENAMED,
  /** A blue/green deployment put another in its place, which is followed. */
  SWITCHED_OVER,
  /** It is, without any instance. */
  EMPTY,
  /**
   * A blue/green deployment put another in its place, and that one is gone: what is left is a
   * former state of it, to which nobody is led.
   */
  SUCCESSOR_GONE,
  /** It is, in another VPC than its target groups: no load balancer of ours leads there. */
  MOVED,
  /** Its name leads to a database that nobody approved, and it is nowhere. */
  REPLACED,
  /** There is nothing of its name, and nothing of its resource id. */
  ABSENT;

  /** Whether there is something to follow. */
  public boolean followed() {
    return this == PRESENT || this == RENAMED || this == SWITCHED_OVER;
  }
}
