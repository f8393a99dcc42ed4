package dev.drawbridge.model;

/** Input of SubscribeConnections. */
public record SubscribeConnectionsInput(String serviceId) {}
