package dev.drawbridge.onboarding;

/**
 * Output of BreakOff.
 *
 * @param goesOn whether the run has been redriven and goes on
 */
public record BrokenOff(boolean goesOn) {}
