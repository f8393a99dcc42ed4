package dev.drawbridge.simulator.events;

/**
 * Where services put their events: the default bus of an account and region.
 *
 * <p>The interface that services see; {@link EventBridgeService} is the bus.
 */
public interface EventBus {

  /**
   * Puts one event on the bus; returns before anything is matched or delivered.
   *
   * @param account the account whose default bus it is
   * @param region the region of the bus
   * @param event the whole event as JSON, envelope included
   */
  void put(String account, String region, String event);
}
