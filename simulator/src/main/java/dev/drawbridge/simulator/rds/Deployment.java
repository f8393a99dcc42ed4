package dev.drawbridge.simulator.rds;

/**
 * A blue/green deployment.
 *
 * @param id its identifier, {@code bgd-...}
 * @param source the database that it began with, under the name that it has now
 * @param target the copy, under the name that it has now
 * @param kind {@code cluster} or {@code db}, as in ARNs
 * @param status as the API shows it
 */
record Deployment(DbId id, DbId source, DbId target, String kind, String status) {}
