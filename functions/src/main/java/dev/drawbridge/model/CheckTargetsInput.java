package dev.drawbridge.model;

/** Input of CheckTargets. */
public record CheckTargetsInput(
    Database database, Endpoints endpoints, Registration registration) {}
