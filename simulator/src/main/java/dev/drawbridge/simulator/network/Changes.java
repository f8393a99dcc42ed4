package dev.drawbridge.simulator.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells that something in the network has changed: a rule, an interface, a listening port.
 *
 * <p>Health checks sleep while nothing can change their answer, so that a virtual year costs
 * nothing; this wakes them.
 */
public final class Changes {
  private final List<Runnable> listeners = new ArrayList<>();

  /** Calls {@code listener} at every later change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Says that something has changed. */
  public void happened() {
    listeners.forEach(Runnable::run);
  }
}
