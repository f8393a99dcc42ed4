package dev.drawbridge.model;

/** Input of ResolveEndpoints. */
public record ResolveEndpointsInput(Database database) {}
