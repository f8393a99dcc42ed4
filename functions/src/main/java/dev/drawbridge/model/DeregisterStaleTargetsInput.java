package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * Input of DeregisterStaleTargets.
 *
 * @param database null from a definition that is older than the worker
 * @param endpoints null from a definition that is older than the worker
 */
public record DeregisterStaleTargetsInput(
    @Nullable Database database,
    @Nullable Endpoints endpoints,
    Registration registration,
    TargetCheck check) {}
