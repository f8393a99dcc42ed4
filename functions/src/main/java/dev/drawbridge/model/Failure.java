package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An error as a Catch of Step Functions hands it on.
 *
 * @param error its name
 * @param cause for an error of a worker, JSON with {@code errorMessage}; absent for a time-out
 */
public record Failure(
    @JsonProperty("Error") String error, @JsonProperty("Cause") @Nullable String cause) {}
