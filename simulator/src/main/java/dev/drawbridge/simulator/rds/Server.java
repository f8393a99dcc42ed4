package dev.drawbridge.simulator.rds;

/**
 * A database server process, as the world outside the API meets it.
 *
 * @param instance the DB instance it belongs to
 * @param address where it listens
 * @param port where it listens
 * @param writable whether it accepts writes
 */
public record Server(DbId instance, String address, int port, boolean writable) {}
