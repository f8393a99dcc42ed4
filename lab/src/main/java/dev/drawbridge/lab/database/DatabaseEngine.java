package dev.drawbridge.lab.database;

/**
 * What a database engine must be able to do for the lab. Every call returns when the database
 * answers, and throws {@link dev.drawbridge.lab.process.LabException} where it does not in time.
 */
public interface DatabaseEngine {
  /** How clients connect to it. */
  Dialect dialect();

  /** Starts a writer with the empty database {@link Dialect#DATABASE}. */
  Server startWriter(Host host);

  /** Starts a read-only server that holds and follows all that {@code writer} has. */
  Server startReplica(Host host, Server writer);

  /**
   * Starts a server that has ended again, as a writer, on its own data.
   *
   * @param host where; its address may be another than before
   */
  Server restart(Server ended, Host host);

  /** How far the replica has come; a greater number has seen more. */
  long progress(Server replica);

  /** Lets the replica apply what it has received and makes it take writes. */
  void promote(Server replica);

  /** Makes a replica, or what is left of the old writer's replicas, follow this writer. */
  void follow(Server replica, Server writer);
}
