package dev.drawbridge.simulator.rds;

/**
 * Hears what happens to database servers, so that a lab can do the same to real processes. Called
 * while the world stands still; long work belongs elsewhere.
 */
public interface RdsObserver {

  /** A server starts: new, restarted, or back after a failover as a reader. */
  void up(Server server);

  /** A server ends. */
  void down(Server server);

  /** A running server becomes the writer. */
  void promoted(Server server);
}
