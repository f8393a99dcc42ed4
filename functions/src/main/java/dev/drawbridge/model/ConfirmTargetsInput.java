package dev.drawbridge.model;

/** Input of ConfirmTargets: what the pass has found and done. */
public record ConfirmTargetsInput(
    RefreshRequest request,
    Round round,
    String executionArn,
    Database database,
    Endpoints endpoints,
    Registration registration,
    TargetCheck check,
    Deregistration deregistration) {}
