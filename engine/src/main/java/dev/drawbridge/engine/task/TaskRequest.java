package dev.drawbridge.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A task as a service gets it.
 *
 * @param executionArn the execution that asks
 * @param serial tells attempts of one execution apart
 * @param integration what is called
 * @param arguments the parameters, or the payload of a function called by its ARN
 * @param token the token for callbacks, where the integration has one
 */
public record TaskRequest(
    String executionArn,
    long serial,
    Integration integration,
    JsonNode arguments,
    @Nullable String token) {}
