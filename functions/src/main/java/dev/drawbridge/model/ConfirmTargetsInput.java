package dev.drawbridge.model;

/** Input of ConfirmTargets. */
public record ConfirmTargetsInput(
    RefreshRequest request,
    Round round,
    String executionArn,
    Database database,
    Endpoints endpoints,
    Registration registration,
    Deregistration deregistration) {}
