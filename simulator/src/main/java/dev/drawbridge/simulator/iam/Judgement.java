package dev.drawbridge.simulator.iam;

/**
 * One question and the answer to it.
 *
 * @param role whose policy was asked
 */
public record Judgement(String role, Authorization asked, Decision decision) {}
