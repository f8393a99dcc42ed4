package dev.drawbridge.model;

/** Input of ArrangeStandbys; its output is the {@link Registration} with what it has added. */
public record ArrangeStandbysInput(
    RefreshRequest request,
    Database database,
    Endpoints endpoints,
    Registration registration,
    TargetCheck check) {}
