package dev.drawbridge.model;

/** Input of CreateListeners. */
public record CreateListenersInput(
    Database database, String loadBalancerArn, TargetGroups groups) {}
