package dev.drawbridge.simulator.operation;

/**
 * A bucket of tokens, of which each call takes one.
 *
 * @param capacity the most tokens that it holds
 * @param refill tokens a second
 */
public record Bucket(double capacity, double refill) {}
