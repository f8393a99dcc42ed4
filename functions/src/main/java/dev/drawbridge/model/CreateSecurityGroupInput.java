package dev.drawbridge.model;

/** Input of CreateSecurityGroup. */
public record CreateSecurityGroupInput(Database database) {}
