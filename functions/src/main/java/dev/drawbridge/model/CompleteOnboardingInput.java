package dev.drawbridge.model;

/** Input of CompleteOnboarding; its output is {@link OnboardingResult}. */
public record CompleteOnboardingInput(
    String executionArn,
    int attempt,
    OnboardRequest request,
    Provider provider,
    Database database,
    EndpointService service,
    Access access) {}
