package dev.drawbridge.model;

/**
 * Input of Decide.
 *
 * @param approve true is yes, false is no
 * @param decidedBy the person who answers
 */
public record DecideInput(String approvalId, boolean approve, String decidedBy, String comment) {}
