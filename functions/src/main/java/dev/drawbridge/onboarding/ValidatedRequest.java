package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;

/**
 * Output of ValidateRequest.
 *
 * @param key of the claim
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ValidatedRequest(
    OnboardRequest request, Provider provider, OnboardingKey key, String requestDigest) {}
