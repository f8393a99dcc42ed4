package dev.drawbridge.onboarding;

/** Output of RejectConnection. */
public record Rejection(boolean rejected) {}
