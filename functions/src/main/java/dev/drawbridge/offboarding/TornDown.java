package dev.drawbridge.offboarding;

/** Output of the workers that take down, for the history: what is not there any more. */
public record TornDown(String what) {}
