package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.OnboardRequest;

/**
 * Output of ValidateRequest.
 *
 * @param pathName short name of the path, fit for the name of an execution
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ValidatedRequest(
    OnboardRequest request, Provider provider, String requestDigest, String pathName) {}
