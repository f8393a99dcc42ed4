package dev.drawbridge.infra;

import software.amazon.awscdk.services.lambda.Code;

/**
 * What all workers of a stack are made with.
 *
 * @param code the jar that holds every worker of the catalogue
 */
record WorkerParts(
    LandingZone zone,
    Code code,
    Environments environments,
    Permissions permissions,
    Network network,
    Snapshots snapshots) {}
