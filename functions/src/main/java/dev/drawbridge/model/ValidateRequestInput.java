package dev.drawbridge.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Input of ValidateRequest.
 *
 * @param request whatever the execution was started with
 * @param executionArn says where Drawbridge runs
 */
public record ValidateRequestInput(JsonNode request, String executionArn) {}
