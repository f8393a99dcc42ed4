package dev.drawbridge.model;

/** Input of RegisterTargets. */
public record RegisterTargetsInput(
    RefreshRequest request, Round round, Database database, Endpoints endpoints) {}
