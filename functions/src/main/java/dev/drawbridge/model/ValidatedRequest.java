package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Output of ValidateRequest.
 *
 * @param pathName short name of the path, fit for the name of an execution
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ValidatedRequest(
    OnboardRequest request, Provider provider, String requestDigest, String pathName) {}
