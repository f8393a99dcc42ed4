package dev.drawbridge.model;

/** Input of ClaimOnboarding. */
public record ClaimOnboardingInput(
    OnboardRequest request, String requestDigest, String executionArn) {}
