package dev.drawbridge.simulator.network;

import dev.drawbridge.engine.time.Scheduler;

/**
 * What all services share of the network.
 *
 * @param scheduler the world's time
 * @param changes tells health checks to look again
 * @param hosts what listens where
 * @param connections the open connections
 * @param names where DNS names are put
 * @param traffic what endpoints carried
 */
public record Network(
    Scheduler scheduler,
    Changes changes,
    Hosts hosts,
    Connections connections,
    Names names,
    Traffic traffic) {

  /** An empty network. */
  public static Network of(Scheduler scheduler, Names names) {
    Changes changes = new Changes();
    return new Network(
        scheduler, changes, new Hosts(scheduler, changes), new Connections(), names, new Traffic());
  }
}
