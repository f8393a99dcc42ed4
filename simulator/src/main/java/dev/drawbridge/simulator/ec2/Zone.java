package dev.drawbridge.simulator.ec2;

/**
 * An availability zone as one account names it.
 *
 * @param name for example {@code eu-central-1a}; another account may give that name to another zone
 * @param id for example {@code euc1-az2}; the same in every account
 */
public record Zone(String name, String id) {}
