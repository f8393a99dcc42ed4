package dev.drawbridge.model;

/** Input of RejectConnection. */
public record RejectConnectionInput(
    String consumerAccountId, String serviceId, String endpointId) {}
