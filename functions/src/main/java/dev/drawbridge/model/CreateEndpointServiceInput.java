package dev.drawbridge.model;

/** Input of CreateEndpointService; its output is {@link EndpointService}. */
public record CreateEndpointServiceInput(Database database, String loadBalancerArn) {}
