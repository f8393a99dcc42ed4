package dev.drawbridge.lab.database;

/**
 * Where a database server runs.
 *
 * @param name the name of the RDS instance that it stands for
 * @param address its own loopback address
 * @param number a number that no other server of the cluster has, from 1
 */
public record Host(String name, String address, int number) {}
