package dev.drawbridge.onboarding;

/**
 * Output of CheckWaits.
 *
 * @param waiting how many runs waited
 * @param woken how many of them got their answer
 */
public record WaitsChecked(int waiting, int woken) {}
