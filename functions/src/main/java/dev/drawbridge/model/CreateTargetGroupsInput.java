package dev.drawbridge.model;

/** Input of CreateTargetGroups; its output is {@link TargetGroups}. */
public record CreateTargetGroupsInput(Database database) {}
