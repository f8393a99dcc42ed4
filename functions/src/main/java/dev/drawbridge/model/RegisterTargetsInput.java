package dev.drawbridge.model;

/** Input of RegisterTargets. */
public record RegisterTargetsInput(
    RefreshRequest request,
    Round round,
    String executionArn,
    Database database,
    Endpoints endpoints) {}
