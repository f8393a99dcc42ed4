package dev.drawbridge.model;

/**
 * Output of CheckTargets.
 *
 * @param moved the truth has changed since discovery: nothing more is to be done in this pass
 */
public record TargetCheck(boolean moved) {}
